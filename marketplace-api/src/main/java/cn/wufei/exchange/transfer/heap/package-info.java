/// A receiver's heaps: what arrived and is not used yet, and the monthly reports that say how much
/// was used. Arrival is not use; only a report makes tonnes count as used (art. 37, paragraph 2 of
/// the Solid Waste Law has the receiver tell the producer).
///
/// Owns `transfer_use_report` and `transfer_use_part`. [UseCorrections] is how a report is
/// corrected. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.transfer.heap;

import org.jspecify.annotations.NullMarked;
