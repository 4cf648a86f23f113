package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotVisibility;
import cn.wufei.exchange.partner.Circle;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A tender as it is stored.
///
/// @param process the version under which it began ([TenderProcess])
/// @param lotTitle as it read when the tender began
/// @param visibility of the lot, which does not change while the tender binds it
/// @param awardUntil from the end of the opening on
record TenderRow(
    Id id,
    long version,
    int process,
    TenderStatus status,
    Id lotId,
    String lotTitle,
    Id streamId,
    String materialKey,
    Id sellerId,
    Id sellerSiteId,
    LotVisibility visibility,
    TenderTerms terms,
    Instant opensUntil,
    @Nullable Instant awardUntil,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Nullable String endReason,
    @Nullable Id winnerId,
    @Nullable Id agreementId) {

  /// How audit and prices name a tender.
  static final String SUBJECT = "tender";

  /// A tender that begins now.
  static TenderRow invited(Lot lot, TenderTerms terms, Instant now) {
    return new TenderRow(
        Id.next(),
        1,
        TenderProcess.CURRENT.version(),
        TenderStatus.OPEN,
        lot.id(),
        lot.title(),
        lot.streamId(),
        lot.materialKey(),
        lot.organisation().id(),
        lot.site().id(),
        lot.visibility(),
        terms,
        terms.closesAt().plus(Duration.ofHours(terms.openingHours())),
        null,
        now,
        null,
        null,
        null,
        null);
  }

  /// Whether it is there for the organisation to see, before it takes part.
  boolean isShownIn(Circle circle) {
    return circle.sees(sellerId, visibility == LotVisibility.APPROVED_BUYERS);
  }

  boolean isOf(Caller caller) {
    return caller.organisationId().equals(sellerId);
  }

  TenderProcess rules() {
    return TenderProcess.of(process);
  }

  /// When bidders who have not opened their bids are reminded.
  Instant remindAt() {
    return opensUntil.minus(rules().reminderBefore(terms.openingHours()));
  }

  /// When the opening ended, or is to end.
  Instant openedUntil() {
    if (awardUntil != null) {
      return awardUntil.minus(Duration.ofDays(terms.awardDays()));
    }
    return endedAt != null && endedAt.isBefore(opensUntil) ? endedAt : opensUntil;
  }

  /// The tender after something was done about it.
  TenderRow next(TenderStatus changed, Instant at, @Nullable String reason) {
    return new TenderRow(
        id,
        version + 1,
        process,
        changed,
        lotId,
        lotTitle,
        streamId,
        materialKey,
        sellerId,
        sellerSiteId,
        visibility,
        terms,
        opensUntil,
        changed == TenderStatus.AWARDING ? at.plus(Duration.ofDays(terms.awardDays())) : awardUntil,
        createdAt,
        changed.isLive() ? null : at,
        reason,
        winnerId,
        agreementId);
  }

  /// The same without what became of it, beyond its status.
  TenderRow withoutEnd() {
    return new TenderRow(
        id,
        version,
        process,
        status,
        lotId,
        lotTitle,
        streamId,
        materialKey,
        sellerId,
        sellerSiteId,
        visibility,
        terms,
        opensUntil,
        awardUntil,
        createdAt,
        endedAt,
        null,
        null,
        null);
  }

  TenderRow awarded(Id winner, Id agreement, Instant at) {
    TenderRow over = next(TenderStatus.AWARDED, at, null);
    return new TenderRow(
        id,
        over.version,
        process,
        over.status,
        lotId,
        lotTitle,
        streamId,
        materialKey,
        sellerId,
        sellerSiteId,
        visibility,
        terms,
        opensUntil,
        over.awardUntil,
        createdAt,
        over.endedAt,
        null,
        winner,
        agreement);
  }
}
