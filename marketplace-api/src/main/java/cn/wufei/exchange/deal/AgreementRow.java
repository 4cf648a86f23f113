package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An agreement as it is stored, with the offer whose terms it has.
record AgreementRow(
    Id id,
    String number,
    long version,
    AgreementStatus status,
    OfferRow offer,
    Instant acceptedAt,
    @Nullable Instant endedAt,
    @Nullable String endReason) {

  Parties parties() {
    return offer.parties();
  }

  OfferTerms terms() {
    return offer.terms();
  }

  AgreementRow next() {
    return new AgreementRow(id, number, version + 1, status, offer, acceptedAt, endedAt, endReason);
  }

  AgreementRow ended(AgreementStatus how, Instant at, @Nullable String reason) {
    return new AgreementRow(id, number, version + 1, how, offer, acceptedAt, at, reason);
  }
}
