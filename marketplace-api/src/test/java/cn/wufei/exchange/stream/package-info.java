@NullMarked
package cn.wufei.exchange.stream;

import org.jspecify.annotations.NullMarked;
