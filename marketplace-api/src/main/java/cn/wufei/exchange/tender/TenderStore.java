package cn.wufei.exchange.tender;

import static cn.wufei.exchange.db.Tables.TENDER_BID;
import static cn.wufei.exchange.db.Tables.TENDER_DEPOSIT;
import static cn.wufei.exchange.db.Tables.TENDER_TENDER;

import cn.wufei.exchange.db.tables.records.TenderTenderRecord;
import cn.wufei.exchange.deal.Assay;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.LotVisibility;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.price.AdjustmentStore;
import cn.wufei.exchange.price.QualityAdjustment;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Tenders as rows.
@Singleton
@Connectable
class TenderStore {

  private static final List<String> LIVE =
      Stream.of(TenderStatus.values())
          .filter(TenderStatus::isLive)
          .map(TenderStatus::code)
          .toList();

  private final DSLContext sql;
  private final AdjustmentStore adjustments;

  TenderStore(DSLContext sql, AdjustmentStore adjustments) {
    this.sql = sql;
    this.adjustments = adjustments;
  }

  @Nullable TenderRow find(Id id) {
    return row(sql.selectFrom(TENDER_TENDER).where(TENDER_TENDER.ID.eq(id)));
  }

  /// The tender, held until the transaction ends. Whatever is done about it, its bids and its
  /// deposits begins with this.
  @Nullable TenderRow lockTender(Id id) {
    return row(sql.selectFrom(TENDER_TENDER).where(TENDER_TENDER.ID.eq(id)).forUpdate());
  }

  /// The tender by which the lot is bound, as far as is written down.
  @Nullable TenderRow findLive(Id lot) {
    return row(sql.selectFrom(TENDER_TENDER).where(TENDER_TENDER.LIVE_LOT_ID.eq(lot)));
  }

  /// Newest first.
  ///
  /// @param status as it is written down
  /// @param mine only those of the organisation, in which way
  /// @param circle of the organisation that reads; what is kept from it is left out, unless it
  ///   takes part
  List<TenderRow> page(
      @Nullable TenderStatus status,
      @Nullable Id lot,
      @Nullable MyTenders mine,
      Circle circle,
      @Nullable Id before,
      int limit) {
    Id own = circle.own();
    return rows(
        sql.selectFrom(TENDER_TENDER)
            .where(status == null ? DSL.noCondition() : TENDER_TENDER.STATUS.eq(status.code()))
            .and(lot == null ? DSL.noCondition() : TENDER_TENDER.LOT_ID.eq(lot))
            .and(
                mine == null
                    ? DSL.noCondition()
                    : switch (mine) {
                      case SELLING -> TENDER_TENDER.SELLER_ID.eq(own);
                      case BIDDING -> bidBy(own);
                    })
            .and(shownIn(circle))
            .and(before == null ? DSL.noCondition() : TENDER_TENDER.ID.lt(before))
            .orderBy(TENDER_TENDER.ID.desc())
            .limit(limit));
  }

  /// Those that an organisation invited or bids in, newest first.
  List<TenderRow> pageOf(Id own, @Nullable Id before, int limit) {
    return rows(
        sql.selectFrom(TENDER_TENDER)
            .where(TENDER_TENDER.SELLER_ID.eq(own).or(bidBy(own)))
            .and(before == null ? DSL.noCondition() : TENDER_TENDER.ID.lt(before))
            .orderBy(TENDER_TENDER.ID.desc())
            .limit(limit));
  }

  private Condition shownIn(Circle circle) {
    if (circle.seesAll()) {
      return DSL.noCondition();
    }
    Condition toAll = TENDER_TENDER.VISIBILITY.eq(LotVisibility.PUBLIC.code());
    Condition offered =
        circle.approvedBy().isEmpty()
            ? toAll
            : toAll.or(TENDER_TENDER.SELLER_ID.in(circle.approvedBy()));
    Condition shown =
        circle.apart().isEmpty()
            ? offered
            : offered.and(TENDER_TENDER.SELLER_ID.notIn(circle.apart()));
    return shown.or(TENDER_TENDER.SELLER_ID.eq(circle.own())).or(bidBy(circle.own()));
  }

  private Condition bidBy(Id own) {
    return TENDER_TENDER
        .ID
        .in(sql.select(TENDER_BID.TENDER_ID).from(TENDER_BID).where(TENDER_BID.BIDDER_ID.eq(own)))
        .or(
            TENDER_TENDER.ID.in(
                sql.select(TENDER_DEPOSIT.TENDER_ID)
                    .from(TENDER_DEPOSIT)
                    .where(TENDER_DEPOSIT.PAYER_ID.eq(own))));
  }

  List<TenderRow> findAll(Collection<Id> ids) {
    return ids.isEmpty()
        ? List.of()
        : rows(sql.selectFrom(TENDER_TENDER).where(TENDER_TENDER.ID.in(ids)));
  }

  /// Those of a seller that are not over, as far as is written down.
  List<TenderRow> liveOf(Id seller) {
    return rows(
        sql.selectFrom(TENDER_TENDER)
            .where(TENDER_TENDER.SELLER_ID.eq(seller))
            .and(TENDER_TENDER.STATUS.in(LIVE)));
  }

  /// Those that are not over and in which the bidder has a sealed bid.
  List<TenderRow> liveSealedBy(Id bidder) {
    return rows(
        sql.selectFrom(TENDER_TENDER)
            .where(TENDER_TENDER.STATUS.in(LIVE))
            .and(
                TENDER_TENDER.ID.in(
                    sql.select(TENDER_BID.TENDER_ID)
                        .from(TENDER_BID)
                        .where(TENDER_BID.BIDDER_ID.eq(bidder))
                        .and(TENDER_BID.STATUS.eq(BidStatus.SEALED.code())))));
  }

  /// Tenders of which a time is over, the first first.
  List<Id> due(Instant now, int limit) {
    return sql.select(TENDER_TENDER.ID)
        .from(TENDER_TENDER)
        .where(
            TENDER_TENDER
                .STATUS
                .eq(TenderStatus.OPEN.code())
                .and(TENDER_TENDER.CLOSES_AT.le(now))
                .or(
                    TENDER_TENDER
                        .STATUS
                        .eq(TenderStatus.OPENING.code())
                        .and(TENDER_TENDER.OPENS_UNTIL.le(now)))
                .or(
                    TENDER_TENDER
                        .STATUS
                        .eq(TenderStatus.AWARDING.code())
                        .and(TENDER_TENDER.AWARD_UNTIL.le(now))))
        .orderBy(TENDER_TENDER.CLOSES_AT, TENDER_TENDER.ID)
        .limit(limit)
        .fetch(TENDER_TENDER.ID);
  }

  /// Tenders whose opening ends soon and whose bidders were not reminded.
  List<Id> toRemind(Instant now, int limit) {
    return sql.select(TENDER_TENDER.ID)
        .from(TENDER_TENDER)
        .where(TENDER_TENDER.STATUS.eq(TenderStatus.OPENING.code()))
        .and(TENDER_TENDER.REMIND_AT.le(now))
        .and(TENDER_TENDER.REMINDED_AT.isNull())
        .orderBy(TENDER_TENDER.REMIND_AT, TENDER_TENDER.ID)
        .limit(limit)
        .fetch(TENDER_TENDER.ID);
  }

  /// Whether they were not reminded before.
  boolean remind(Id tender, Instant now) {
    return sql.update(TENDER_TENDER)
            .set(TENDER_TENDER.REMINDED_AT, now)
            .where(TENDER_TENDER.ID.eq(tender))
            .and(TENDER_TENDER.REMINDED_AT.isNull())
            .execute()
        == 1;
  }

  void insert(TenderRow tender) {
    TenderTerms terms = tender.terms();
    sql.insertInto(TENDER_TENDER)
        .set(TENDER_TENDER.ID, tender.id())
        .set(TENDER_TENDER.VERSION, tender.version())
        .set(TENDER_TENDER.PROCESS_VERSION, (short) tender.process())
        .set(TENDER_TENDER.STATUS, tender.status().code())
        .set(TENDER_TENDER.LOT_ID, tender.lotId())
        .set(TENDER_TENDER.LIVE_LOT_ID, tender.lotId())
        .set(TENDER_TENDER.LOT_TITLE, tender.lotTitle())
        .set(TENDER_TENDER.STREAM_ID, tender.streamId())
        .set(TENDER_TENDER.MATERIAL_KEY, tender.materialKey())
        .set(TENDER_TENDER.SELLER_ID, tender.sellerId())
        .set(TENDER_TENDER.SELLER_SITE_ID, tender.sellerSiteId())
        .set(TENDER_TENDER.VISIBILITY, tender.visibility().code())
        .set(TENDER_TENDER.QUANTITY_KG, terms.quantityKg())
        .set(TENDER_TENDER.MINIMUM_PRICE_YUAN_PER_T, terms.minimumPriceYuanPerT())
        .set(TENDER_TENDER.MINIMUM_BIDDERS, (short) terms.minimumBidders())
        .set(TENDER_TENDER.DEPOSIT_FEN, terms.depositFen())
        .set(TENDER_TENDER.CLOSES_AT, terms.closesAt())
        .set(TENDER_TENDER.OPENING_HOURS, (short) terms.openingHours())
        .set(TENDER_TENDER.OPENS_UNTIL, tender.opensUntil())
        .set(TENDER_TENDER.REMIND_AT, tender.remindAt())
        .set(TENDER_TENDER.AWARD_DAYS, (short) terms.awardDays())
        .set(TENDER_TENDER.ADJUSTED, !terms.adjustments().isEmpty())
        .set(TENDER_TENDER.TAX_INCLUDED, terms.taxIncluded())
        .set(
            TENDER_TENDER.FREIGHT_INVOICE,
            terms.freightInvoice() == null ? null : terms.freightInvoice().code())
        .set(TENDER_TENDER.DELIVERY_RADIUS_KM, terms.deliveryRadiusKm())
        .set(TENDER_TENDER.GOVERNING_SCALE, terms.governingScale().code())
        .set(TENDER_TENDER.GOVERNING_ASSAY, terms.governingAssay().code())
        .set(TENDER_TENDER.TOLERANCE_PCT, terms.tolerancePct())
        .set(TENDER_TENDER.DELIVER_FROM, terms.deliverFrom())
        .set(TENDER_TENDER.DELIVER_TO, terms.deliverTo())
        .set(TENDER_TENDER.POLLUTION_TERMS, terms.pollutionTerms())
        .set(TENDER_TENDER.CONDITIONS, terms.conditions())
        .set(TENDER_TENDER.CREATED_AT, tender.createdAt())
        .execute();
    adjustments.insert(TenderRow.SUBJECT, tender.id(), terms.adjustments());
  }

  /// Writes what became of a tender that is held; its terms never change.
  void update(TenderRow tender) {
    sql.update(TENDER_TENDER)
        .set(TENDER_TENDER.VERSION, tender.version())
        .set(TENDER_TENDER.STATUS, tender.status().code())
        .set(TENDER_TENDER.LIVE_LOT_ID, tender.status().isLive() ? tender.lotId() : null)
        .set(TENDER_TENDER.AWARD_UNTIL, tender.awardUntil())
        .set(TENDER_TENDER.ENDED_AT, tender.endedAt())
        .set(TENDER_TENDER.END_REASON, tender.endReason())
        .set(TENDER_TENDER.WINNER_ID, tender.winnerId())
        .set(TENDER_TENDER.AGREEMENT_ID, tender.agreementId())
        .where(TENDER_TENDER.ID.eq(tender.id()))
        .execute();
  }

  private @Nullable TenderRow row(ResultQuery<TenderTenderRecord> query) {
    List<TenderRow> found = rows(query);
    return found.isEmpty() ? null : found.getFirst();
  }

  private List<TenderRow> rows(ResultQuery<TenderTenderRecord> query) {
    List<TenderTenderRecord> found = query.fetch();
    Map<Id, List<QualityAdjustment>> adjusted =
        adjustments.of(
            TenderRow.SUBJECT,
            found.stream()
                .filter(TenderTenderRecord::getAdjusted)
                .map(TenderTenderRecord::getId)
                .toList());
    return found.stream()
        .map(row -> tender(row, adjusted.getOrDefault(row.getId(), List.of())))
        .toList();
  }

  private static TenderRow tender(TenderTenderRecord row, List<QualityAdjustment> adjustments) {
    return new TenderRow(
        row.getId(),
        row.getVersion(),
        row.getProcessVersion(),
        TenderStatus.ofCode(row.getStatus()),
        row.getLotId(),
        row.getLotTitle(),
        row.getStreamId(),
        row.getMaterialKey(),
        row.getSellerId(),
        row.getSellerSiteId(),
        LotVisibility.ofCode(row.getVisibility()),
        terms(row, adjustments),
        row.getOpensUntil(),
        row.getAwardUntil(),
        row.getCreatedAt(),
        row.getEndedAt(),
        row.getEndReason(),
        row.getWinnerId(),
        row.getAgreementId());
  }

  private static TenderTerms terms(TenderTenderRecord row, List<QualityAdjustment> adjustments) {
    String invoice = row.getFreightInvoice();
    return new TenderTerms(
        row.getQuantityKg(),
        row.getMinimumPriceYuanPerT(),
        row.getMinimumBidders(),
        row.getDepositFen(),
        row.getClosesAt(),
        row.getOpeningHours(),
        row.getAwardDays(),
        adjustments,
        row.getTaxIncluded(),
        invoice == null ? null : FreightInvoice.ofCode(invoice),
        row.getDeliveryRadiusKm(),
        Side.ofCode(row.getGoverningScale()),
        Assay.ofCode(row.getGoverningAssay()),
        row.getTolerancePct(),
        row.getDeliverFrom(),
        row.getDeliverTo(),
        row.getPollutionTerms(),
        row.getConditions());
  }
}
