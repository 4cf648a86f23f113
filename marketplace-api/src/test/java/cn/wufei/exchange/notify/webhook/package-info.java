@NullMarked
package cn.wufei.exchange.notify.webhook;

import org.jspecify.annotations.NullMarked;
