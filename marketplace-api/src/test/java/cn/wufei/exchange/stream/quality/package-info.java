@NullMarked
package cn.wufei.exchange.stream.quality;

import org.jspecify.annotations.NullMarked;
