package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An agreement as it is stored, with the parties and terms of its offer, or what amendments made
/// of them. Its terms have the price that was agreed on at first.
///
/// @param prices what amendments made of the price, the latest version first
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
    @Nullable String endReason,
    List<AgreedPrice> prices) {

  AgreementRow next() {
    return new AgreementRow(
        id,
        number,
        version + 1,
        status,
        offerId,
        parties,
        terms,
        acceptedAt,
        endedAt,
        endReason,
        prices);
  }

  /// @param price nothing where it stays
  AgreementRow amended(Terms amendedTerms, @Nullable AgreedPrice price) {
    List<AgreedPrice> after = new ArrayList<>(prices);
    if (price != null) {
      after.addFirst(price);
    }
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
        endReason,
        after);
  }

  AgreementRow ended(AgreementStatus how, Instant at, @Nullable String reason) {
    return new AgreementRow(
        id, number, version + 1, how, offerId, parties, terms, acceptedAt, at, reason, prices);
  }

  /// The price that was agreed on at first.
  AgreedPrice firstPrice() {
    return new AgreedPrice(null, terms.priceYuanPerT(), terms.adjustments());
  }

  /// Of the prices that hold on a day the one of the latest version.
  ///
  /// @param latestFirst by version
  static AgreedPrice priceOn(List<AgreedPrice> latestFirst, LocalDate day, AgreedPrice otherwise) {
    return latestFirst.stream().filter(price -> price.holdsOn(day)).findFirst().orElse(otherwise);
  }
}
