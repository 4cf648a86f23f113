package cn.wufei.exchange.settlement.statement;

import static cn.wufei.exchange.db.Tables.SETTLEMENT_ASSAY;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_ASSAY_LOAD;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_ASSAY_RESULT;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_LINE;

import cn.wufei.exchange.db.tables.records.SettlementAssayRecord;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Laboratory reports as rows.
@Singleton
@Connectable
class AssayStore {

  private final DSLContext sql;

  AssayStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable AssayBatch find(Id id) {
    List<AssayBatch> found = read(SETTLEMENT_ASSAY.ID.eq(id), 1);
    return found.isEmpty() ? null : found.getFirst();
  }

  /// The report, held until the transaction ends.
  @Nullable AssayBatch lockAssay(Id id) {
    sql.select(SETTLEMENT_ASSAY.ID)
        .from(SETTLEMENT_ASSAY)
        .where(SETTLEMENT_ASSAY.ID.eq(id))
        .forUpdate()
        .fetchOne();
    return find(id);
  }

  /// The day of the last sample that counts for each of the agreements.
  Map<Id, LocalDate> lastSampledOn(Collection<Id> agreements) {
    if (agreements.isEmpty()) {
      return Map.of();
    }
    return sql.select(SETTLEMENT_ASSAY.AGREEMENT_ID, DSL.max(SETTLEMENT_ASSAY.SAMPLED_ON))
        .from(SETTLEMENT_ASSAY)
        .where(SETTLEMENT_ASSAY.AGREEMENT_ID.in(agreements))
        .and(SETTLEMENT_ASSAY.STATUS.eq(AssayBatch.Status.VALID.code()))
        .groupBy(SETTLEMENT_ASSAY.AGREEMENT_ID)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /// The reports of the caller's organisation on either side, newest first.
  List<AssayBatch> page(Caller caller, @Nullable Id agreement, @Nullable Id before, int limit) {
    Id own = caller.organisationId();
    return read(
        SETTLEMENT_ASSAY
            .SELLER_ID
            .eq(own)
            .or(SETTLEMENT_ASSAY.BUYER_ID.eq(own))
            .and(
                agreement == null ? DSL.noCondition() : SETTLEMENT_ASSAY.AGREEMENT_ID.eq(agreement))
            .and(before == null ? DSL.noCondition() : SETTLEMENT_ASSAY.ID.lt(before)),
        limit);
  }

  /// The valid report of each load that has one.
  Map<Id, AssayBatch> validOf(Collection<Id> loads) {
    Map<Id, Id> byLoad =
        sql.select(SETTLEMENT_ASSAY_LOAD.LIVE_LOAD_ID, SETTLEMENT_ASSAY_LOAD.ASSAY_ID)
            .from(SETTLEMENT_ASSAY_LOAD)
            .where(SETTLEMENT_ASSAY_LOAD.LIVE_LOAD_ID.in(loads))
            .fetchMap(SETTLEMENT_ASSAY_LOAD.LIVE_LOAD_ID, SETTLEMENT_ASSAY_LOAD.ASSAY_ID);
    Map<Id, AssayBatch> byId = new LinkedHashMap<>();
    if (!byLoad.isEmpty()) {
      Set<Id> ids = Set.copyOf(byLoad.values());
      read(SETTLEMENT_ASSAY.ID.in(ids), ids.size()).forEach(assay -> byId.put(assay.id(), assay));
    }
    Map<Id, AssayBatch> found = new LinkedHashMap<>();
    byLoad.forEach((load, assay) -> {
      AssayBatch batch = byId.get(assay);
      if (batch != null) {
        found.put(load, batch);
      }
    });
    return found;
  }

  /// The loads of an agreement that a valid report covers and no statement that counts.
  List<Id> unstatedLoadsOf(Id agreement) {
    return sql.select(SETTLEMENT_ASSAY_LOAD.LIVE_LOAD_ID)
        .from(SETTLEMENT_ASSAY_LOAD)
        .join(SETTLEMENT_ASSAY)
        .on(SETTLEMENT_ASSAY.ID.eq(SETTLEMENT_ASSAY_LOAD.ASSAY_ID))
        .leftJoin(SETTLEMENT_LINE)
        .on(SETTLEMENT_LINE.LIVE_LOAD_ID.eq(SETTLEMENT_ASSAY_LOAD.LIVE_LOAD_ID))
        .where(SETTLEMENT_ASSAY.AGREEMENT_ID.eq(agreement))
        .and(SETTLEMENT_ASSAY_LOAD.LIVE_LOAD_ID.isNotNull())
        .and(SETTLEMENT_LINE.ID.isNull())
        .fetch(SETTLEMENT_ASSAY_LOAD.LIVE_LOAD_ID);
  }

  void insert(AssayBatch assay) {
    var row = new SettlementAssayRecord();
    row.setId(assay.id());
    row.setVersion(assay.version());
    row.setStatus(assay.status().code());
    row.setAgreementId(assay.agreementId());
    row.setAgreementNumber(assay.agreementNumber());
    row.setSellerId(assay.sellerId());
    row.setBuyerId(assay.buyerId());
    row.setRecordedBy(assay.recordedBy().code());
    row.setLaboratory(assay.laboratory());
    row.setReportNumber(assay.reportNumber());
    row.setSampledOn(assay.sampledOn());
    row.setMoisturePct(assay.terms().moisturePct());
    row.setImpurityPct(assay.terms().impurityPct());
    row.setMoistureBasisPct(assay.terms().moistureBasisPct());
    row.setImpurityBasisPct(assay.terms().impurityBasisPct());
    row.setDeductionRule(assay.terms().deductionRule().code());
    row.setPriceYuanPerT(assay.priceYuanPerT());
    row.setRecordedAt(assay.recordedAt());
    sql.executeInsert(row);
    var loads =
        sql.insertInto(
            SETTLEMENT_ASSAY_LOAD,
            SETTLEMENT_ASSAY_LOAD.ASSAY_ID,
            SETTLEMENT_ASSAY_LOAD.LOAD_ID,
            SETTLEMENT_ASSAY_LOAD.LIVE_LOAD_ID);
    for (Id load : assay.loadIds()) {
      loads = loads.values(assay.id(), load, load);
    }
    loads.execute();
    for (AssayBatch.Result result : assay.results()) {
      sql.insertInto(SETTLEMENT_ASSAY_RESULT)
          .set(SETTLEMENT_ASSAY_RESULT.ASSAY_ID, assay.id())
          .set(SETTLEMENT_ASSAY_RESULT.PARAMETER_KEY, result.parameter())
          .set(SETTLEMENT_ASSAY_RESULT.MEASURED, result.measured())
          .execute();
    }
  }

  /// Writes that a report that is held counts no more; its loads may be covered again.
  void withdraw(AssayBatch assay) {
    sql.update(SETTLEMENT_ASSAY)
        .set(SETTLEMENT_ASSAY.STATUS, assay.status().code())
        .set(SETTLEMENT_ASSAY.VERSION, assay.version())
        .set(SETTLEMENT_ASSAY.WITHDRAWN_AT, assay.withdrawnAt())
        .where(SETTLEMENT_ASSAY.ID.eq(assay.id()))
        .execute();
    sql.update(SETTLEMENT_ASSAY_LOAD)
        .setNull(SETTLEMENT_ASSAY_LOAD.LIVE_LOAD_ID)
        .where(SETTLEMENT_ASSAY_LOAD.ASSAY_ID.eq(assay.id()))
        .execute();
  }

  private List<AssayBatch> read(Condition condition, int limit) {
    List<SettlementAssayRecord> rows =
        sql.selectFrom(SETTLEMENT_ASSAY)
            .where(condition)
            .orderBy(SETTLEMENT_ASSAY.ID.desc())
            .limit(limit)
            .fetch();
    List<Id> ids = rows.stream().map(SettlementAssayRecord::getId).toList();
    Map<Id, List<Id>> loads =
        sql.select(SETTLEMENT_ASSAY_LOAD.ASSAY_ID, SETTLEMENT_ASSAY_LOAD.LOAD_ID)
            .from(SETTLEMENT_ASSAY_LOAD)
            .where(SETTLEMENT_ASSAY_LOAD.ASSAY_ID.in(ids))
            .orderBy(SETTLEMENT_ASSAY_LOAD.LOAD_ID)
            .fetchGroups(SETTLEMENT_ASSAY_LOAD.ASSAY_ID, SETTLEMENT_ASSAY_LOAD.LOAD_ID);
    Map<Id, List<AssayBatch.Result>> results = new LinkedHashMap<>();
    sql.selectFrom(SETTLEMENT_ASSAY_RESULT)
        .where(SETTLEMENT_ASSAY_RESULT.ASSAY_ID.in(ids))
        .orderBy(SETTLEMENT_ASSAY_RESULT.ASSAY_ID, SETTLEMENT_ASSAY_RESULT.PARAMETER_KEY)
        .forEach(row ->
            results
                .computeIfAbsent(row.getAssayId(), _ -> new ArrayList<>())
                .add(new AssayBatch.Result(row.getParameterKey(), row.getMeasured())));
    return rows.stream()
        .map(row ->
            assay(
                row,
                results.getOrDefault(row.getId(), List.of()),
                loads.getOrDefault(row.getId(), List.of())))
        .toList();
  }

  private static AssayBatch assay(
      SettlementAssayRecord row, List<AssayBatch.Result> results, List<Id> loads) {
    return new AssayBatch(
        row.getId(),
        row.getVersion(),
        AssayBatch.Status.valueOf(row.getStatus().toUpperCase(Locale.ROOT)),
        row.getAgreementId(),
        row.getAgreementNumber(),
        row.getSellerId(),
        row.getBuyerId(),
        Side.valueOf(row.getRecordedBy().toUpperCase(Locale.ROOT)),
        row.getLaboratory(),
        row.getReportNumber(),
        row.getSampledOn(),
        new AssayTerms(
            row.getMoisturePct(),
            row.getImpurityPct(),
            row.getMoistureBasisPct(),
            row.getImpurityBasisPct(),
            DeductionRule.ofCode(row.getDeductionRule())),
        row.getPriceYuanPerT(),
        results,
        loads,
        row.getRecordedAt(),
        row.getWithdrawnAt());
  }
}
