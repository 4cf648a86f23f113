package cn.wufei.exchange.tender;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.deal.Parties;
import cn.wufei.exchange.haul.DistanceSource;
import cn.wufei.exchange.haul.Haul;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A bid as it is stored. Before it is opened there is no price in it.
///
/// @param way the way from the lot to the buyer's site, as it was when the bid was sealed
/// @param passedOver the code of the reason why the sale was not awarded to it
record BidRow(
    Id id,
    long version,
    BidStatus status,
    Id tenderId,
    Id bidderId,
    Id buyerSiteId,
    String commitment,
    @Nullable String message,
    Way way,
    Instant sealedAt,
    @Nullable Instant openedAt,
    @Nullable BigDecimal priceYuanPerT,
    @Nullable String nonce,
    @Nullable String passedOver) {

  /// How audit and notices name a bid.
  static final String SUBJECT = "tender-bid";

  /// @param distanceKm by that mode
  /// @param freightYuanPerT for that distance, by the catalog's rates
  record Way(
      FreightMode mode, DistanceSource source, BigDecimal distanceKm, BigDecimal freightYuanPerT) {

    static Way of(Haul haul) {
      return new Way(haul.mode(), haul.source(), haul.distanceKm(), haul.freightYuanPerT());
    }
  }

  static BidRow made(Id tender, Id bidder, Id site, BidDraft draft, Way way, Instant now) {
    return new BidRow(
        Id.next(),
        1,
        BidStatus.SEALED,
        tender,
        bidder,
        site,
        draft.commitment(),
        draft.text(),
        way,
        now,
        null,
        null,
        null,
        null);
  }

  /// The bid with another seal, as of now.
  BidRow replaced(Id site, BidDraft draft, Way other, Instant now) {
    return new BidRow(
        id,
        version + 1,
        BidStatus.SEALED,
        tenderId,
        bidderId,
        site,
        draft.commitment(),
        draft.text(),
        other,
        now,
        null,
        null,
        null,
        null);
  }

  BidRow opened(BidStatus changed, BigDecimal price, String itsNonce, Instant now) {
    return new BidRow(
        id,
        version + 1,
        changed,
        tenderId,
        bidderId,
        buyerSiteId,
        commitment,
        message,
        way,
        sealedAt,
        now,
        price,
        itsNonce,
        null);
  }

  /// The bid that was withdrawn, or not opened in time.
  BidRow next(BidStatus changed) {
    return new BidRow(
        id,
        version + 1,
        changed,
        tenderId,
        bidderId,
        buyerSiteId,
        commitment,
        message,
        way,
        sealedAt,
        openedAt,
        priceYuanPerT,
        nonce,
        passedOver);
  }

  BidRow passedOver(String code) {
    return new BidRow(
        id,
        version + 1,
        status,
        tenderId,
        bidderId,
        buyerSiteId,
        commitment,
        message,
        way,
        sealedAt,
        openedAt,
        priceYuanPerT,
        nonce,
        code);
  }

  boolean isOf(Caller caller) {
    return caller.organisationId().equals(bidderId);
  }

  Parties parties(TenderRow tender) {
    return new Parties(
        tender.lotId(),
        tender.lotTitle(),
        tender.streamId(),
        tender.materialKey(),
        null,
        tender.sellerId(),
        bidderId,
        tender.sellerSiteId(),
        buyerSiteId,
        way.mode(),
        way.source(),
        way.distanceKm(),
        way.freightYuanPerT());
  }
}
