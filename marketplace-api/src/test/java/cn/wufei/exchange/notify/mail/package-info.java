@NullMarked
package cn.wufei.exchange.notify.mail;

import org.jspecify.annotations.NullMarked;
