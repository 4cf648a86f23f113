@NullMarked
package cn.wufei.exchange.haul;

import org.jspecify.annotations.NullMarked;
