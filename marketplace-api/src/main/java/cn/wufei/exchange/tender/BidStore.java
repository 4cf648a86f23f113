package cn.wufei.exchange.tender;

import static cn.wufei.exchange.db.Tables.TENDER_BID;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.db.tables.records.TenderBidRecord;
import cn.wufei.exchange.haul.DistanceSource;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Bids as rows. Who changes one holds its tender ([TenderStore#lockTender]).
@Singleton
@Connectable
class BidStore {

  private final DSLContext sql;

  BidStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Those that were not withdrawn, by tender, in the order in which they came.
  Map<Id, List<BidRow>> ofTenders(Collection<Id> tenders) {
    return tenders.isEmpty()
        ? Map.of()
        : sql.selectFrom(TENDER_BID)
            .where(TENDER_BID.TENDER_ID.in(tenders))
            .and(TENDER_BID.LIVE_BIDDER_ID.isNotNull())
            .orderBy(TENDER_BID.TENDER_ID, TENDER_BID.ID)
            .fetchGroups(TENDER_BID.TENDER_ID, BidStore::bid);
  }

  /// The last bid of an organisation in a tender, also one that was withdrawn.
  @Nullable BidRow lastOf(Id tender, Id bidder) {
    return sql.selectFrom(TENDER_BID)
        .where(TENDER_BID.TENDER_ID.eq(tender))
        .and(TENDER_BID.BIDDER_ID.eq(bidder))
        .orderBy(TENDER_BID.ID.desc())
        .limit(1)
        .fetchOne(BidStore::bid);
  }

  /// The bids of an organisation, newest first.
  List<BidRow> pageOf(Id bidder, @Nullable Id before, int limit) {
    return sql.selectFrom(TENDER_BID)
        .where(TENDER_BID.BIDDER_ID.eq(bidder))
        .and(before == null ? DSL.noCondition() : TENDER_BID.ID.lt(before))
        .orderBy(TENDER_BID.ID.desc())
        .limit(limit)
        .fetch(BidStore::bid);
  }

  void insert(BidRow bid) {
    sql.insertInto(TENDER_BID)
        .set(TENDER_BID.ID, bid.id())
        .set(TENDER_BID.VERSION, bid.version())
        .set(TENDER_BID.STATUS, bid.status().code())
        .set(TENDER_BID.TENDER_ID, bid.tenderId())
        .set(TENDER_BID.BIDDER_ID, bid.bidderId())
        .set(TENDER_BID.LIVE_BIDDER_ID, bid.bidderId())
        .set(TENDER_BID.BUYER_SITE_ID, bid.buyerSiteId())
        .set(TENDER_BID.COMMITMENT, bid.commitment())
        .set(TENDER_BID.MESSAGE, bid.message())
        .set(TENDER_BID.HAUL_MODE, bid.way().mode().code())
        .set(TENDER_BID.DISTANCE_SOURCE, bid.way().source().code())
        .set(TENDER_BID.DISTANCE_KM, bid.way().distanceKm())
        .set(TENDER_BID.FREIGHT_YUAN_PER_T, bid.way().freightYuanPerT())
        .set(TENDER_BID.SEALED_AT, bid.sealedAt())
        .execute();
  }

  void update(BidRow bid) {
    sql.update(TENDER_BID)
        .set(TENDER_BID.VERSION, bid.version())
        .set(TENDER_BID.STATUS, bid.status().code())
        .set(TENDER_BID.LIVE_BIDDER_ID, bid.status() == BidStatus.WITHDRAWN ? null : bid.bidderId())
        .set(TENDER_BID.BUYER_SITE_ID, bid.buyerSiteId())
        .set(TENDER_BID.COMMITMENT, bid.commitment())
        .set(TENDER_BID.MESSAGE, bid.message())
        .set(TENDER_BID.HAUL_MODE, bid.way().mode().code())
        .set(TENDER_BID.DISTANCE_SOURCE, bid.way().source().code())
        .set(TENDER_BID.DISTANCE_KM, bid.way().distanceKm())
        .set(TENDER_BID.FREIGHT_YUAN_PER_T, bid.way().freightYuanPerT())
        .set(TENDER_BID.SEALED_AT, bid.sealedAt())
        .set(TENDER_BID.OPENED_AT, bid.openedAt())
        .set(TENDER_BID.PRICE_YUAN_PER_T, bid.priceYuanPerT())
        .set(TENDER_BID.NONCE, bid.nonce())
        .set(TENDER_BID.PASSED_OVER, bid.passedOver())
        .where(TENDER_BID.ID.eq(bid.id()))
        .execute();
  }

  private static BidRow bid(TenderBidRecord row) {
    return new BidRow(
        row.getId(),
        row.getVersion(),
        BidStatus.ofCode(row.getStatus()),
        row.getTenderId(),
        row.getBidderId(),
        row.getBuyerSiteId(),
        row.getCommitment(),
        row.getMessage(),
        new BidRow.Way(
            FreightMode.ofCode(row.getHaulMode()),
            DistanceSource.ofCode(row.getDistanceSource()),
            row.getDistanceKm(),
            row.getFreightYuanPerT()),
        row.getSealedAt(),
        row.getOpenedAt(),
        row.getPriceYuanPerT(),
        row.getNonce(),
        row.getPassedOver());
  }
}
