/// Sales by sealed tender. A bid is a commitment, which its bidder opens after the closing: until
/// then the exchange itself does not know the price. The best bid that counts wins, and the award
/// makes an agreement as an accepted offer does.
///
/// Owns `tender_tender`, `tender_bid` and `tender_deposit`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.tender;

import org.jspecify.annotations.NullMarked;
