package cn.wufei.exchange.deal.offer;

import static cn.wufei.exchange.db.Tables.DEAL_OFFER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import cn.wufei.exchange.db.tables.DealOffer;
import cn.wufei.exchange.db.tables.records.DealOfferRecord;
import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.deal.OfferRecords;
import cn.wufei.exchange.deal.Parties;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.price.AdjustmentStore;
import cn.wufei.exchange.price.IndexTerms;
import cn.wufei.exchange.price.PriceFormula;
import cn.wufei.exchange.price.QualityAdjustment;
import cn.wufei.exchange.price.Tonne;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Offers as rows.
@Singleton
@Connectable
class OfferStore {

  private final DSLContext sql;
  private final AdjustmentStore adjustments;

  OfferStore(DSLContext sql, AdjustmentStore adjustments) {
    this.sql = sql;
    this.adjustments = adjustments;
  }

  @Nullable OfferRow find(Id id) {
    return row(sql.selectFrom(DEAL_OFFER).where(DEAL_OFFER.ID.eq(id)));
  }

  /// The offer, held until the transaction ends.
  @Nullable OfferRow lockOffer(Id id) {
    return row(sql.selectFrom(DEAL_OFFER).where(DEAL_OFFER.ID.eq(id)).forUpdate());
  }

  /// The offers that the caller may see, newest first.
  ///
  /// @param status as it is today ([OfferRow#statusOn])
  List<OfferRow> page(
      Caller caller,
      @Nullable OfferStatus status,
      LocalDate today,
      @Nullable Id before,
      int limit) {
    Id own = caller.organisationId();
    return rows(
        sql.selectFrom(DEAL_OFFER)
            .where(
                caller.role().seesAll()
                    ? DSL.noCondition()
                    : DEAL_OFFER.SELLER_ID.eq(own).or(DEAL_OFFER.BUYER_ID.eq(own)))
            .and(status == null ? DSL.noCondition() : stands(status, today))
            .and(before == null ? DSL.noCondition() : DEAL_OFFER.ID.lt(before))
            .orderBy(DEAL_OFFER.ID.desc())
            .limit(limit));
  }

  private static Condition stands(OfferStatus status, LocalDate today) {
    Condition stored = DEAL_OFFER.STATUS.eq(status.code());
    return switch (status) {
      case OPEN -> stored.and(DEAL_OFFER.VALID_TO.ge(today));
      case EXPIRED ->
          stored.or(
              DEAL_OFFER.STATUS.eq(OfferStatus.OPEN.code()).and(DEAL_OFFER.VALID_TO.lt(today)));
      case ACCEPTED, DECLINED, WITHDRAWN, COUNTERED -> stored;
    };
  }

  int countToAnswer(Id party, LocalDate today) {
    return sql.fetchCount(DEAL_OFFER, toAnswer(party, today));
  }

  /// Open offers that wait for that side of them to answer, the oldest first.
  List<OfferRow> pageToAnswer(Id party, LocalDate today, @Nullable Id after, int limit) {
    return rows(
        sql.selectFrom(DEAL_OFFER)
            .where(toAnswer(party, today))
            .and(after == null ? DSL.noCondition() : DEAL_OFFER.ID.gt(after))
            .orderBy(DEAL_OFFER.ID)
            .limit(limit));
  }

  private static Condition toAnswer(Id party, LocalDate today) {
    return stands(OfferStatus.OPEN, today)
        .and(
            DEAL_OFFER
                .SELLER_ID
                .eq(party)
                .and(DEAL_OFFER.PROPOSER.eq(Side.BUYER.code()))
                .or(DEAL_OFFER.BUYER_ID.eq(party).and(DEAL_OFFER.PROPOSER.eq(Side.SELLER.code()))));
  }

  /// The offers of a negotiation, each of which answers the one before, from the first on.
  ///
  /// @param id any of them
  List<OfferRow> course(Id id) {
    DealOffer offer = DEAL_OFFER;
    Field<Id> earlierId = field(name("earlier", "id"), offer.ID.getDataType());
    Field<Id> earlierParent = field(name("earlier", "parent_id"), offer.PARENT_ID.getDataType());
    Field<Id> laterId = field(name("later", "id"), offer.ID.getDataType());
    var earlier =
        name("earlier")
            .fields("id", "parent_id")
            .as(
                sql.select(offer.ID, offer.PARENT_ID)
                    .from(offer)
                    .where(offer.ID.eq(id))
                    .unionAll(
                        sql.select(offer.ID, offer.PARENT_ID)
                            .from(offer)
                            .join(table(name("earlier")))
                            .on(offer.ID.eq(earlierParent))));
    var later =
        name("later")
            .fields("id")
            .as(
                sql.select(offer.ID)
                    .from(offer)
                    .where(offer.PARENT_ID.eq(id))
                    .unionAll(
                        sql.select(offer.ID)
                            .from(offer)
                            .join(table(name("later")))
                            .on(offer.PARENT_ID.eq(laterId))));
    List<Id> ids =
        sql.withRecursive(earlier, later)
            .select(earlierId)
            .from(earlier)
            .unionAll(sql.select(laterId).from(later))
            .fetch(earlierId);
    return rows(sql.selectFrom(offer).where(offer.ID.in(ids)).orderBy(offer.ID));
  }

  /// Open offers whose last day lies before, those first that are over the longest.
  List<Id> overBefore(LocalDate day, int limit) {
    return sql.select(DEAL_OFFER.ID)
        .from(DEAL_OFFER)
        .where(DEAL_OFFER.STATUS.eq(OfferStatus.OPEN.code()))
        .and(DEAL_OFFER.VALID_TO.lt(day))
        .orderBy(DEAL_OFFER.VALID_TO, DEAL_OFFER.ID)
        .limit(limit)
        .fetch(DEAL_OFFER.ID);
  }

  /// Open offers that end between two days and of which nobody was reminded yet, held until the
  /// transaction ends.
  List<OfferRow> lockEnding(
      int process, LocalDate from, LocalDate to, Instant madeBefore, int limit) {
    return rows(
        sql.selectFrom(DEAL_OFFER)
            .where(DEAL_OFFER.STATUS.eq(OfferStatus.OPEN.code()))
            .and(DEAL_OFFER.VALID_TO.between(from, to))
            .and(DEAL_OFFER.PROCESS_VERSION.eq((short) process))
            .and(DEAL_OFFER.CREATED_AT.lt(madeBefore))
            .and(DEAL_OFFER.REMINDED_AT.isNull())
            .orderBy(DEAL_OFFER.ID)
            .limit(limit)
            .forUpdate());
  }

  void reminded(Collection<Id> offers, Instant now) {
    sql.update(DEAL_OFFER)
        .set(DEAL_OFFER.REMINDED_AT, now)
        .where(DEAL_OFFER.ID.in(offers))
        .execute();
  }

  void insert(OfferRow offer) {
    Parties parties = offer.parties();
    Terms terms = offer.terms();
    sql.insertInto(DEAL_OFFER)
        .set(DEAL_OFFER.ID, offer.id())
        .set(DEAL_OFFER.VERSION, offer.version())
        .set(DEAL_OFFER.PROCESS_VERSION, (short) offer.process())
        .set(DEAL_OFFER.STATUS, offer.status().code())
        .set(DEAL_OFFER.PARENT_ID, offer.parentId())
        .set(DEAL_OFFER.PROPOSER, offer.proposer().code())
        .set(DEAL_OFFER.LOT_ID, parties.lotId())
        .set(DEAL_OFFER.LOT_TITLE, parties.lotTitle())
        .set(DEAL_OFFER.STREAM_ID, parties.streamId())
        .set(DEAL_OFFER.MATERIAL_KEY, parties.materialKey())
        .set(DEAL_OFFER.DEMAND_ID, parties.demandId())
        .set(DEAL_OFFER.SELLER_ID, parties.sellerId())
        .set(DEAL_OFFER.BUYER_ID, parties.buyerId())
        .set(DEAL_OFFER.SELLER_SITE_ID, parties.sellerSiteId())
        .set(DEAL_OFFER.BUYER_SITE_ID, parties.buyerSiteId())
        .set(DEAL_OFFER.HAUL_MODE, parties.mode().code())
        .set(DEAL_OFFER.DISTANCE_KM, parties.distanceKm())
        .set(DEAL_OFFER.DISTANCE_SOURCE, parties.distanceSource().code())
        .set(DEAL_OFFER.FREIGHT_YUAN_PER_T, parties.freightYuanPerT())
        .set(DEAL_OFFER.QUANTITY_KG, terms.quantityKg())
        .set(DEAL_OFFER.PRICE_YUAN_PER_T, terms.priceYuanPerT())
        .set(DEAL_OFFER.ADJUSTED, !terms.adjustments().isEmpty())
        .set(formula(terms.formula()))
        .set(DEAL_OFFER.FREIGHT_INVOICE, codeOf(terms.freightInvoice()))
        .set(DEAL_OFFER.GOVERNING_SCALE, terms.governingScale().code())
        .set(DEAL_OFFER.GOVERNING_ASSAY, terms.governingAssay().code())
        .set(DEAL_OFFER.TOLERANCE_PCT, terms.tolerancePct())
        .set(DEAL_OFFER.DELIVER_FROM, terms.deliverFrom())
        .set(DEAL_OFFER.DELIVER_TO, terms.deliverTo())
        .set(DEAL_OFFER.CALL_OFF_DAY, part(terms, Framework::callOffDay))
        .set(DEAL_OFFER.FLEXIBILITY_PCT, part(terms, Framework::flexibilityPct))
        .set(DEAL_OFFER.ANSWER_DAYS, part(terms, Framework::answerDays))
        .set(DEAL_OFFER.POLLUTION_TERMS, terms.pollutionTerms())
        .set(DEAL_OFFER.MESSAGE, terms.message())
        .set(DEAL_OFFER.VALID_TO, offer.validTo())
        .set(DEAL_OFFER.CREATED_AT, offer.createdAt())
        .execute();
    adjustments.insert(OfferRow.SUBJECT, offer.id(), terms.adjustments());
  }

  /// Writes status and version of an offer that is held; nothing else of it ever changes.
  void update(OfferRow offer) {
    sql.update(DEAL_OFFER)
        .set(DEAL_OFFER.VERSION, offer.version())
        .set(DEAL_OFFER.STATUS, offer.status().code())
        .where(DEAL_OFFER.ID.eq(offer.id()))
        .execute();
  }

  private static @Nullable Short part(Terms terms, Function<Framework, Integer> part) {
    Framework framework = terms.framework();
    return framework == null ? null : part.apply(framework).shortValue();
  }

  private static DealOfferRecord formula(@Nullable PriceFormula formula) {
    var row = new DealOfferRecord();
    row.setPerDryT(formula != null && formula.pricedTonne() == Tonne.DRY);
    if (formula != null) {
      row.setLoadingFeeYuanPerT(formula.loadingFeeYuanPerT());
      IndexTerms index = formula.index();
      if (index != null) {
        row.setIndexCode(index.index());
        row.setIndexCoefficient(index.coefficient());
        row.setIndexPlusYuanPerT(index.plusYuanPerT());
        row.setIndexFloorYuanPerT(index.floorYuanPerT());
        row.setIndexCeilingYuanPerT(index.ceilingYuanPerT());
      }
    }
    return row;
  }

  private static @Nullable String codeOf(@Nullable FreightInvoice invoice) {
    return invoice == null ? null : invoice.code();
  }

  private @Nullable OfferRow row(ResultQuery<DealOfferRecord> query) {
    List<OfferRow> found = rows(query);
    return found.isEmpty() ? null : found.getFirst();
  }

  private List<OfferRow> rows(ResultQuery<DealOfferRecord> query) {
    List<DealOfferRecord> found = query.fetch();
    Map<Id, List<QualityAdjustment>> adjusted =
        adjustments.of(
            OfferRow.SUBJECT,
            found.stream()
                .filter(DealOfferRecord::getAdjusted)
                .map(DealOfferRecord::getId)
                .toList());
    return found.stream()
        .map(row -> offer(row, adjusted.getOrDefault(row.getId(), List.of())))
        .toList();
  }

  private static OfferRow offer(DealOfferRecord row, List<QualityAdjustment> adjustments) {
    return new OfferRow(
        row.getId(),
        row.getVersion(),
        row.getProcessVersion(),
        OfferStatus.ofCode(row.getStatus()),
        row.getParentId(),
        OfferRecords.proposer(row),
        OfferRecords.parties(row),
        OfferRecords.terms(row, adjustments),
        row.getValidTo(),
        row.getCreatedAt());
  }
}
