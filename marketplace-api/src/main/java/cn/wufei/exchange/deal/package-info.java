/// Agreements between a producer and a receiver. An agreement reserves its quantity in the ledger,
/// so that no tonne is promised twice; the written terms against pollution that the Solid Waste Law
/// (art. 37) asks for are part of it.
///
/// Owns `deal_agreement`, `deal_agreement_price` and `deal_agreement_number`; `deal.document`
/// writes down what was agreed. [Agreements] is how other features read them and load against them.
/// Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.deal;

import org.jspecify.annotations.NullMarked;
