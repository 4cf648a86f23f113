/// Payments, money paid ahead, and deposits (保证金) as the parties record them against a bank
/// reference. Who paid records, who was paid confirms; only then does the ledger move. Two things
/// the holder of a deposit does alone, for a reason that both see: it keeps a part, or sets it
/// against what is owed. No money passes through the exchange.
///
/// Owns `settlement_payment`, `settlement_deposit` and `settlement_deposit_move`. [Payments] is how
/// other features read them.
@NullMarked
package cn.wufei.exchange.settlement.payment;

import org.jspecify.annotations.NullMarked;
