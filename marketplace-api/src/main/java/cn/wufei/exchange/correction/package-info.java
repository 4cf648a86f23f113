/// Corrections: what was recorded wrongly is taken back and told anew, with a reason, after those
/// whom it concerns have approved it. Nothing is edited: the ledger keeps the old transfer, its
/// reversal and the new one, and the correction keeps the old values beside the new ones.
///
/// A fact of one organisation is approved by its administrator, a fact of a load by the other
/// party; before a load has ended, its dispatch is the seller's alone.
///
/// Owns `correction_correction`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.correction;

import org.jspecify.annotations.NullMarked;
