/// Prices that depend on quality: premiums and penalties (质量奖罚) around the price that was agreed
/// for an agreed value of each parameter.
///
/// Owns `deal_price_band`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.deal.price;

import org.jspecify.annotations.NullMarked;
