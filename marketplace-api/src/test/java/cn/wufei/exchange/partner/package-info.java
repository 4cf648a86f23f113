@NullMarked
package cn.wufei.exchange.partner;

import org.jspecify.annotations.NullMarked;
