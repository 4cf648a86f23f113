@NullMarked
package cn.wufei.exchange.delegation;

import org.jspecify.annotations.NullMarked;
