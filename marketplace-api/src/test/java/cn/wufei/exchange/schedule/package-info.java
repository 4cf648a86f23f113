@NullMarked
package cn.wufei.exchange.schedule;

import org.jspecify.annotations.NullMarked;
