/// Offers and counter-offers: how two parties negotiate to an agreement. An offer promises nothing;
/// accepting it makes the agreement.
///
/// Owns `deal_offer`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.deal.offer;

import org.jspecify.annotations.NullMarked;
