@NullMarked
package cn.wufei.exchange.sample;

import org.jspecify.annotations.NullMarked;
