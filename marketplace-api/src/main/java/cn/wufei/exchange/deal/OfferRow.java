package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An offer as it is stored.
record OfferRow(
    Id id,
    long version,
    OfferStatus status,
    @Nullable Id parentId,
    Side proposer,
    Parties parties,
    OfferTerms terms,
    Instant createdAt) {

  /// The offer after an answer.
  OfferRow next(OfferStatus changed) {
    return new OfferRow(id, version + 1, changed, parentId, proposer, parties, terms, createdAt);
  }
}
