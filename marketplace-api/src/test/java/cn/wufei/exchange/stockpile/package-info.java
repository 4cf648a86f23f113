@NullMarked
package cn.wufei.exchange.stockpile;

import org.jspecify.annotations.NullMarked;
