/// Ways between two sites, what freight over them costs, and at which gate a price holds. For
/// comparing offers, nobody's tariff.
///
/// Owns no table. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.haul;

import org.jspecify.annotations.NullMarked;
