/// Tests of the feature, and of what it does through HTTP.
@NullMarked
package cn.wufei.exchange.correction;

import org.jspecify.annotations.NullMarked;
