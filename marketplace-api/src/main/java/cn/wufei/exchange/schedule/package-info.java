/// Quantities that recur month by month: what a lot or a demand is to move in each calendar month
/// of its window. Pure; the features that hold such quantities keep them in tables of their own.
@NullMarked
package cn.wufei.exchange.schedule;

import org.jspecify.annotations.NullMarked;
