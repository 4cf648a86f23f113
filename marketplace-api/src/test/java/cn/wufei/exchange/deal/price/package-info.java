@NullMarked
package cn.wufei.exchange.deal.price;

import org.jspecify.annotations.NullMarked;
