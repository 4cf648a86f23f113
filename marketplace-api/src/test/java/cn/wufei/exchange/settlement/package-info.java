@NullMarked
package cn.wufei.exchange.settlement;

import org.jspecify.annotations.NullMarked;
