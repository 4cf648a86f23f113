@NullMarked
package cn.wufei.exchange.account;

import org.jspecify.annotations.NullMarked;
