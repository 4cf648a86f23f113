/// Tests of the feature, and of what it does through HTTP.
@NullMarked
package cn.wufei.exchange.period;

import org.jspecify.annotations.NullMarked;
