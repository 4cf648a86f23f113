@NullMarked
package cn.wufei.exchange.matching.blend;

import org.jspecify.annotations.NullMarked;
