/// Loads: what leaves the producer's weighbridge under an agreement and arrives at the receiver's.
/// What has physically happened is recorded and flagged, never refused: a load beyond the recorded
/// stock or beyond the agreement moves all the same.
///
/// Owns `transfer_load`, `transfer_load_part` and `transfer_load_number`. [Loads] is how other
/// features read them, [LoadCorrections] how what was recorded of them is corrected, [StatedLoads]
/// what settlement has taken up of them. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.transfer;

import org.jspecify.annotations.NullMarked;
