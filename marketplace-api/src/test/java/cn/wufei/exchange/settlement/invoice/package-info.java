@NullMarked
package cn.wufei.exchange.settlement.invoice;

import org.jspecify.annotations.NullMarked;
