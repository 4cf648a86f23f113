package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.deal.Parties;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.deal.Terms;
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
    Terms terms,
    Instant createdAt) {

  /// The offer after an answer.
  OfferRow next(OfferStatus changed) {
    return new OfferRow(id, version + 1, changed, parentId, proposer, parties, terms, createdAt);
  }
}
