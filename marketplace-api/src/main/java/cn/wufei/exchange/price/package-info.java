/// Prices that depend on quality: premiums and penalties (质量奖罚) around the price that holds for an
/// agreed value of each parameter.
///
/// Owns `price_band`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.price;

import org.jspecify.annotations.NullMarked;
