/// Prices that depend on quality: premiums and penalties (质量奖罚) around the price that holds for an
/// agreed value of each parameter; and prices that follow an index from month to month, hold for
/// dry tonnes or come with a fee for loading.
///
/// Owns `price_band`, `price_index` and `price_index_value`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.price;

import org.jspecify.annotations.NullMarked;
