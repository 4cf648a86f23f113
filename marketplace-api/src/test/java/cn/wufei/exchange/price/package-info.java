@NullMarked
package cn.wufei.exchange.price;

import org.jspecify.annotations.NullMarked;
