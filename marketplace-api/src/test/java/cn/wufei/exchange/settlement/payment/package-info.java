@NullMarked
package cn.wufei.exchange.settlement.payment;

import org.jspecify.annotations.NullMarked;
