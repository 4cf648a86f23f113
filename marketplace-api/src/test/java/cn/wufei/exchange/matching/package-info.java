@NullMarked
package cn.wufei.exchange.matching;

import org.jspecify.annotations.NullMarked;
