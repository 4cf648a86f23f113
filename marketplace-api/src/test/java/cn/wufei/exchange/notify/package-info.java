@NullMarked
package cn.wufei.exchange.notify;

import org.jspecify.annotations.NullMarked;
