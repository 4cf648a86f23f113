@NullMarked
package cn.wufei.exchange.csv;

import org.jspecify.annotations.NullMarked;
