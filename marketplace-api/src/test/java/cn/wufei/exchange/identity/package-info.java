@NullMarked
package cn.wufei.exchange.identity;

import org.jspecify.annotations.NullMarked;
