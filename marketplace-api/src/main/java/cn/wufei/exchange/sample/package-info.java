/// Samples of lots: a buyer asks for one, the seller sends it, and the buyer says what its
/// laboratory found. No tonne and no money move, so nothing here posts to the ledger.
///
/// Owns `sample_request`, `sample_dispatch` and `sample_step`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.sample;

import org.jspecify.annotations.NullMarked;
