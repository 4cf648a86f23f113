package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.deal.OfferRecords;
import cn.wufei.exchange.deal.Parties;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An offer as it is stored.
///
/// @param process the version under which it was made ([OfferProcess])
/// @param validTo the last day on which it can be answered
record OfferRow(
    Id id,
    long version,
    int process,
    OfferStatus status,
    @Nullable Id parentId,
    Side proposer,
    Parties parties,
    Terms terms,
    LocalDate validTo,
    Instant createdAt) {

  static final String SUBJECT = OfferRecords.SUBJECT;

  /// An offer that is made now.
  static OfferRow made(
      @Nullable Id parentId,
      Side proposer,
      Parties parties,
      Terms terms,
      LocalDate validTo,
      Instant now) {
    return new OfferRow(
        Id.next(),
        1,
        OfferProcess.CURRENT.version(),
        OfferStatus.OPEN,
        parentId,
        proposer,
        parties,
        terms,
        validTo,
        now);
  }

  /// The offer after something was done about it.
  OfferRow next(OfferStatus changed) {
    return new OfferRow(
        id, version + 1, process, changed, parentId, proposer, parties, terms, validTo, createdAt);
  }

  /// What it is on a day, whether or not its end has been written down yet.
  OfferStatus statusOn(LocalDate today) {
    return status == OfferStatus.OPEN && validTo.isBefore(today) ? OfferStatus.EXPIRED : status;
  }

  Attachment.Subject subject() {
    return new Attachment.Subject(SUBJECT, id);
  }

  Id proposerId() {
    return proposer == Side.SELLER ? parties.sellerId() : parties.buyerId();
  }

  /// Who is to answer it.
  Id otherId() {
    return proposer == Side.SELLER ? parties.buyerId() : parties.sellerId();
  }
}
