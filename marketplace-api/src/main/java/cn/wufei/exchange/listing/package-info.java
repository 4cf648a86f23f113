/// Lots: what producers offer for sale. Publishing a lot issues a promise in the ledger; what of it
/// is still available, reserved or fulfilled is read from there and nowhere else.
///
/// Owns `listing_lot`, `listing_lot_quality` and `listing_lot_month`. [Lots] is how other features
/// read and refresh them; every change puts the lot's search document. Publishes and consumes no
/// event.
@NullMarked
package cn.wufei.exchange.listing;

import org.jspecify.annotations.NullMarked;
