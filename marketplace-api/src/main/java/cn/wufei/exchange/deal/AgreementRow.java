package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An agreement as it is stored, with the parties and terms of its offer, or what amendments made
/// of them.
record AgreementRow(
    Id id,
    String number,
    long version,
    AgreementStatus status,
    Id offerId,
    Parties parties,
    Terms terms,
    Instant acceptedAt,
    @Nullable Instant endedAt,
    @Nullable String endReason) {

  AgreementRow next() {
    return new AgreementRow(
        id, number, version + 1, status, offerId, parties, terms, acceptedAt, endedAt, endReason);
  }

  AgreementRow amended(Terms amendedTerms) {
    return new AgreementRow(
        id,
        number,
        version + 1,
        status,
        offerId,
        parties,
        amendedTerms,
        acceptedAt,
        endedAt,
        endReason);
  }

  AgreementRow ended(AgreementStatus how, Instant at, @Nullable String reason) {
    return new AgreementRow(
        id, number, version + 1, how, offerId, parties, terms, acceptedAt, at, reason);
  }
}
