package cn.wufei.exchange.listing;

import cn.wufei.exchange.identity.Policies;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;

/// A firm may want its administrators to look at lots, and at changes of lots, before they are
/// published ([cn.wufei.exchange.listing.draft]). Everything that puts something on the market asks
/// it: publishing, changing, resuming and the import, which publishes and changes. Pausing and
/// withdrawing take something off the market and do not.
@Singleton
class ReviewRule {

  private final Policies policies;

  ReviewRule(Policies policies) {
    this.policies = policies;
  }

  /// The caller, who publishes without anybody's review.
  Outcome<Caller> requireNone(Caller caller) {
    return policies.needsReview(caller)
        ? Outcome.refused(LotRefusal.REVIEW_NEEDED)
        : Outcome.done(caller);
  }
}
