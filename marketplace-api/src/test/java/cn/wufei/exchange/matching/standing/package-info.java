@NullMarked
package cn.wufei.exchange.matching.standing;

import org.jspecify.annotations.NullMarked;
