/// Ways between two sites, and what freight over them costs. For comparing offers, nobody's tariff.
///
/// Owns no table. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.haul;

import org.jspecify.annotations.NullMarked;
