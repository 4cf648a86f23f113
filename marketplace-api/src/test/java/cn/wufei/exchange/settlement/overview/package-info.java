@NullMarked
package cn.wufei.exchange.settlement.overview;

import org.jspecify.annotations.NullMarked;
