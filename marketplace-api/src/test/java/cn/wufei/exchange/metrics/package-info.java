@NullMarked
package cn.wufei.exchange.metrics;

import org.jspecify.annotations.NullMarked;
