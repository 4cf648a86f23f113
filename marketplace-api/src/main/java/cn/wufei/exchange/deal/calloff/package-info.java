/// Call-offs under yearly frameworks: month by month the buyer calls off what it takes, the seller
/// accepts or declines, and what nobody answers holds or lapses by itself. Loads of a framework
/// leave only against a call-off that holds.
///
/// Owns `deal_call_off`. [CalledOff] is how the feature that dispatches asks. Publishes and
/// consumes no event.
@NullMarked
package cn.wufei.exchange.deal.calloff;

import org.jspecify.annotations.NullMarked;
