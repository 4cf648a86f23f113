/// Money between two parties: what agreed statements say is owed, what was paid, paid ahead and
/// lodged. Everything is a record of what the parties say happened between their banks; the
/// exchange holds no money and asks no payment provider.
///
/// Owns `settlement_number` and `settlement_vat`; its sub-features own the other `settlement_`
/// tables. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.settlement;

import org.jspecify.annotations.NullMarked;
