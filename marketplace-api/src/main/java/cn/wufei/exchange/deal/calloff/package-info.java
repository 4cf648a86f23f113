/// Call-offs under yearly frameworks: month by month the buyer calls off what it takes, the seller
/// accepts or declines, and what nobody answers holds or lapses by itself. What leaves under a
/// framework beyond the call-off that holds is recorded all the same, and marked.
///
/// Owns `deal_call_off`. [CalledOff] is how the feature that dispatches asks what goes beyond.
/// Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.deal.calloff;

import org.jspecify.annotations.NullMarked;
