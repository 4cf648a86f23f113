@NullMarked
package cn.wufei.exchange.matching.fit;

import org.jspecify.annotations.NullMarked;
