package cn.wufei.exchange.deal;

import static cn.wufei.exchange.db.Tables.DEAL_AGREEMENT;
import static cn.wufei.exchange.db.Tables.DEAL_AGREEMENT_NUMBER;
import static cn.wufei.exchange.db.Tables.DEAL_OFFER;

import cn.wufei.exchange.db.tables.records.DealAgreementRecord;
import cn.wufei.exchange.db.tables.records.DealOfferRecord;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.price.AdjustmentStore;
import cn.wufei.exchange.price.QualityAdjustment;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Agreements as rows, joined with the offer whose terms they have.
@Singleton
@Connectable
class AgreementStore {

  private final DSLContext sql;
  private final AdjustmentStore adjustments;
  private final AgreedPriceStore prices;

  AgreementStore(DSLContext sql, AdjustmentStore adjustments, AgreedPriceStore prices) {
    this.sql = sql;
    this.adjustments = adjustments;
    this.prices = prices;
  }

  @Nullable AgreementRow find(Id id) {
    List<AgreementRow> found = findAll(List.of(id));
    return found.isEmpty() ? null : found.getFirst();
  }

  /// The agreement, held until the transaction ends.
  @Nullable AgreementRow lockAgreement(Id id) {
    sql.select(DEAL_AGREEMENT.ID)
        .from(DEAL_AGREEMENT)
        .where(DEAL_AGREEMENT.ID.eq(id))
        .forUpdate()
        .fetchOne();
    return find(id);
  }

  List<AgreementRow> findAll(Collection<Id> ids) {
    return rows(select().where(DEAL_AGREEMENT.ID.in(ids)));
  }

  /// The agreements that the caller may see, newest first.
  List<AgreementRow> page(
      Caller caller, @Nullable AgreementStatus status, @Nullable Id before, int limit) {
    Id own = caller.organisationId();
    return rows(
        select()
            .where(
                caller.role().seesAll()
                    ? DSL.noCondition()
                    : DEAL_AGREEMENT.SELLER_ID.eq(own).or(DEAL_AGREEMENT.BUYER_ID.eq(own)))
            .and(status == null ? DSL.noCondition() : DEAL_AGREEMENT.STATUS.eq(status.code()))
            .and(before == null ? DSL.noCondition() : DEAL_AGREEMENT.ID.lt(before))
            .orderBy(DEAL_AGREEMENT.ID.desc())
            .limit(limit));
  }

  List<AgreementRow> activeFrameworks(Id buyer) {
    return rows(
        select()
            .where(DEAL_AGREEMENT.BUYER_ID.eq(buyer))
            .and(DEAL_AGREEMENT.FRAMEWORK.isTrue())
            .and(DEAL_AGREEMENT.STATUS.eq(AgreementStatus.ACTIVE.code()))
            .orderBy(DEAL_AGREEMENT.ID));
  }

  boolean anyBetween(Id one, Id other) {
    return sql.fetchExists(
        DEAL_AGREEMENT,
        DEAL_AGREEMENT
            .SELLER_ID
            .eq(one)
            .and(DEAL_AGREEMENT.BUYER_ID.eq(other))
            .or(DEAL_AGREEMENT.SELLER_ID.eq(other).and(DEAL_AGREEMENT.BUYER_ID.eq(one))));
  }

  /// The agreements on each of the lots.
  Map<Id, List<Id>> idsByLot(Collection<Id> lots) {
    return sql.select(DEAL_AGREEMENT.LOT_ID, DEAL_AGREEMENT.ID)
        .from(DEAL_AGREEMENT)
        .where(DEAL_AGREEMENT.LOT_ID.in(lots))
        .fetchGroups(DEAL_AGREEMENT.LOT_ID, DEAL_AGREEMENT.ID);
  }

  /// The lots of a stream on which an agreement is active.
  Set<Id> lotsWithActive(Id stream) {
    return sql.selectDistinct(DEAL_AGREEMENT.LOT_ID)
        .from(DEAL_AGREEMENT)
        .where(DEAL_AGREEMENT.STREAM_ID.eq(stream))
        .and(DEAL_AGREEMENT.STATUS.eq(AgreementStatus.ACTIVE.code()))
        .fetchSet(DEAL_AGREEMENT.LOT_ID);
  }

  /// The agreements on each of the demands.
  Map<Id, List<Id>> idsByDemand(Collection<Id> demands) {
    return sql.select(DEAL_AGREEMENT.DEMAND_ID, DEAL_AGREEMENT.ID)
        .from(DEAL_AGREEMENT)
        .where(DEAL_AGREEMENT.DEMAND_ID.in(demands))
        .fetchGroups(DEAL_AGREEMENT.DEMAND_ID, DEAL_AGREEMENT.ID);
  }

  /// The stream of each agreement on one of the streams.
  Map<Id, Id> streamsByAgreement(Collection<Id> streams) {
    return sql.select(DEAL_AGREEMENT.ID, DEAL_AGREEMENT.STREAM_ID)
        .from(DEAL_AGREEMENT)
        .where(DEAL_AGREEMENT.STREAM_ID.in(streams))
        .fetchMap(DEAL_AGREEMENT.ID, DEAL_AGREEMENT.STREAM_ID);
  }

  void insert(AgreementRow agreement) {
    Parties parties = agreement.parties();
    sql.insertInto(DEAL_AGREEMENT)
        .set(DEAL_AGREEMENT.ID, agreement.id())
        .set(DEAL_AGREEMENT.NUMBER, agreement.number())
        .set(DEAL_AGREEMENT.VERSION, agreement.version())
        .set(DEAL_AGREEMENT.STATUS, agreement.status().code())
        .set(DEAL_AGREEMENT.OFFER_ID, agreement.offerId())
        .set(DEAL_AGREEMENT.LOT_ID, parties.lotId())
        .set(DEAL_AGREEMENT.DEMAND_ID, parties.demandId())
        .set(DEAL_AGREEMENT.STREAM_ID, parties.streamId())
        .set(DEAL_AGREEMENT.MATERIAL_KEY, parties.materialKey())
        .set(DEAL_AGREEMENT.SELLER_ID, parties.sellerId())
        .set(DEAL_AGREEMENT.BUYER_ID, parties.buyerId())
        .set(DEAL_AGREEMENT.QUANTITY_KG, agreement.terms().quantityKg())
        .set(DEAL_AGREEMENT.FRAMEWORK, agreement.terms().framework() != null)
        .set(DEAL_AGREEMENT.ACCEPTED_AT, agreement.acceptedAt())
        .execute();
  }

  void raiseVersions(Collection<Id> ids) {
    sql.update(DEAL_AGREEMENT)
        .set(DEAL_AGREEMENT.VERSION, DEAL_AGREEMENT.VERSION.plus(1))
        .where(DEAL_AGREEMENT.ID.in(ids))
        .execute();
  }

  /// Writes status, end and version of an agreement that is held.
  void update(AgreementRow agreement) {
    sql.update(DEAL_AGREEMENT)
        .set(DEAL_AGREEMENT.VERSION, agreement.version())
        .set(DEAL_AGREEMENT.STATUS, agreement.status().code())
        .set(DEAL_AGREEMENT.ENDED_AT, agreement.endedAt())
        .set(DEAL_AGREEMENT.END_REASON, agreement.endReason())
        .where(DEAL_AGREEMENT.ID.eq(agreement.id()))
        .execute();
  }

  /// Writes amended terms and version of an agreement that is held.
  void amend(AgreementRow agreement) {
    Terms terms = agreement.terms();
    sql.update(DEAL_AGREEMENT)
        .set(DEAL_AGREEMENT.VERSION, agreement.version())
        .set(DEAL_AGREEMENT.QUANTITY_KG, terms.quantityKg())
        .set(DEAL_AGREEMENT.REPRICED, !agreement.prices().isEmpty())
        .set(DEAL_AGREEMENT.DELIVER_TO, terms.deliverTo())
        .set(DEAL_AGREEMENT.TOLERANCE_PCT, terms.tolerancePct())
        .set(DEAL_AGREEMENT.POLLUTION_TERMS, terms.pollutionTerms())
        .where(DEAL_AGREEMENT.ID.eq(agreement.id()))
        .execute();
  }

  /// The next number of the year. The caller holds the head of the ledger, so nobody else takes it.
  long nextNumber(int year) {
    Condition thatYear = DEAL_AGREEMENT_NUMBER.CALENDAR_YEAR.eq((short) year);
    int updated =
        sql.update(DEAL_AGREEMENT_NUMBER)
            .set(DEAL_AGREEMENT_NUMBER.LAST_NUMBER, DEAL_AGREEMENT_NUMBER.LAST_NUMBER.plus(1))
            .where(thatYear)
            .execute();
    if (updated == 0) {
      sql.insertInto(DEAL_AGREEMENT_NUMBER)
          .set(DEAL_AGREEMENT_NUMBER.CALENDAR_YEAR, (short) year)
          .set(DEAL_AGREEMENT_NUMBER.LAST_NUMBER, 1L)
          .execute();
    }
    return sql.select(DEAL_AGREEMENT_NUMBER.LAST_NUMBER)
        .from(DEAL_AGREEMENT_NUMBER)
        .where(thatYear)
        .fetchSingle()
        .value1();
  }

  private SelectOnConditionStep<Record> select() {
    return sql.select(DEAL_AGREEMENT.fields())
        .select(DEAL_OFFER.fields())
        .from(DEAL_AGREEMENT)
        .join(DEAL_OFFER)
        .on(DEAL_OFFER.ID.eq(DEAL_AGREEMENT.OFFER_ID));
  }

  private List<AgreementRow> rows(ResultQuery<Record> query) {
    List<Record> found = query.fetch();
    Map<Id, List<QualityAdjustment>> adjusted =
        adjustments.of(
            OfferRecords.SUBJECT,
            found.stream()
                .filter(row -> row.get(DEAL_OFFER.ADJUSTED))
                .map(row -> row.get(DEAL_AGREEMENT.OFFER_ID))
                .toList());
    Map<Id, List<AgreedPrice>> repriced =
        prices.of(
            found.stream()
                .filter(row -> row.get(DEAL_AGREEMENT.REPRICED))
                .map(row -> row.get(DEAL_AGREEMENT.ID))
                .toList());
    return found.stream()
        .map(row ->
            agreement(
                row,
                adjusted.getOrDefault(row.get(DEAL_AGREEMENT.OFFER_ID), List.of()),
                repriced.getOrDefault(row.get(DEAL_AGREEMENT.ID), List.of())))
        .toList();
  }

  private static AgreementRow agreement(
      Record row, List<QualityAdjustment> adjustments, List<AgreedPrice> prices) {
    DealAgreementRecord agreement = row.into(DEAL_AGREEMENT);
    DealOfferRecord offer = row.into(DEAL_OFFER);
    return new AgreementRow(
        agreement.getId(),
        agreement.getNumber(),
        agreement.getVersion(),
        AgreementStatus.ofCode(agreement.getStatus()),
        agreement.getOfferId(),
        OfferRecords.parties(offer),
        termsOf(agreement, OfferRecords.terms(offer, adjustments)),
        agreement.getAcceptedAt(),
        agreement.getEndedAt(),
        agreement.getEndReason(),
        prices);
  }

  /// An amendment writes all that it could change.
  private static Terms termsOf(DealAgreementRecord agreement, Terms offered) {
    return agreement.getDeliverTo() == null
        ? offered
        : offered.amended(
            agreement.getQuantityKg(),
            agreement.getDeliverTo(),
            agreement.getTolerancePct(),
            agreement.getPollutionTerms());
  }
}
