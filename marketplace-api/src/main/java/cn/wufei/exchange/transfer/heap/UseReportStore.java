package cn.wufei.exchange.transfer.heap;

import static cn.wufei.exchange.db.Tables.TRANSFER_USE_PART;
import static cn.wufei.exchange.db.Tables.TRANSFER_USE_REPORT;

import cn.wufei.exchange.db.tables.records.TransferUseReportRecord;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.transfer.heap.UseReportRow.HeapKey;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Use reports as rows.
@Singleton
@Connectable
class UseReportStore {

  private final DSLContext sql;

  UseReportStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The report, held until the transaction ends; nothing when it is not there or was voided.
  @Nullable UseReportRow lockReport(Id id) {
    List<UseReportRow> found =
        rows(
            sql.selectFrom(TRANSFER_USE_REPORT)
                .where(TRANSFER_USE_REPORT.ID.eq(id))
                .and(stands())
                .forUpdate()
                .fetch());
    return found.isEmpty() ? null : found.getFirst();
  }

  /// Whose report it is, voided or not.
  @Nullable Id ownerOf(Id id) {
    return sql.select(TRANSFER_USE_REPORT.ORGANISATION_ID)
        .from(TRANSFER_USE_REPORT)
        .where(TRANSFER_USE_REPORT.ID.eq(id))
        .fetchOne(TRANSFER_USE_REPORT.ORGANISATION_ID);
  }

  @Nullable UseReportRow find(HeapKey heap, YearMonth month) {
    List<UseReportRow> found =
        rows(
            sql.selectFrom(TRANSFER_USE_REPORT)
                .where(of(heap))
                .and(TRANSFER_USE_REPORT.MONTH_STARTS_ON.eq(month.atDay(1)))
                .fetch());
    return found.isEmpty() ? null : found.getFirst();
  }

  /// The heaps of a receiver of which that month is reported, or a later one, after which it cannot
  /// be.
  Set<HeapKey> reportedSince(Id receiver, YearMonth month) {
    return sql.select(TRANSFER_USE_REPORT.SITE_ID, TRANSFER_USE_REPORT.MATERIAL_KEY)
        .from(TRANSFER_USE_REPORT)
        .where(TRANSFER_USE_REPORT.ORGANISATION_ID.eq(receiver))
        .and(TRANSFER_USE_REPORT.MONTH_STARTS_ON.ge(month.atDay(1)))
        .and(stands())
        .fetchSet(row -> new HeapKey(receiver, row.value1(), row.value2()));
  }

  /// The latest month of the heap that is reported.
  @Nullable YearMonth latestMonth(HeapKey heap) {
    LocalDate latest =
        sql.select(DSL.max(TRANSFER_USE_REPORT.MONTH_STARTS_ON))
            .from(TRANSFER_USE_REPORT)
            .where(of(heap))
            .fetchSingle()
            .value1();
    return latest == null ? null : YearMonth.from(latest);
  }

  /// The reports of the heap's earlier months, voided ones too.
  List<Id> idsBefore(HeapKey heap, YearMonth month) {
    return sql.select(TRANSFER_USE_REPORT.ID)
        .from(TRANSFER_USE_REPORT)
        .where(ever(heap))
        .and(TRANSFER_USE_REPORT.MONTH_STARTS_ON.lt(month.atDay(1)))
        .fetch(TRANSFER_USE_REPORT.ID);
  }

  /// What was consumed beyond the heap in the reported months before that one.
  long beyondHeapKg(HeapKey heap, YearMonth month) {
    BigDecimal sum =
        sql.select(DSL.sum(TRANSFER_USE_REPORT.BEYOND_HEAP_KG))
            .from(TRANSFER_USE_REPORT)
            .where(of(heap))
            .and(TRANSFER_USE_REPORT.MONTH_STARTS_ON.lt(month.atDay(1)))
            .fetchSingle()
            .value1();
    return sum == null ? 0 : sum.longValueExact();
  }

  /// The reports that the caller may see, newest first.
  List<UseReportRow> page(Caller caller, @Nullable Id before, int limit) {
    return rows(
        sql.selectFrom(TRANSFER_USE_REPORT)
            .where(
                caller.role().seesAll()
                    ? DSL.noCondition()
                    : TRANSFER_USE_REPORT.ORGANISATION_ID.eq(caller.organisationId()))
            .and(stands())
            .and(before == null ? DSL.noCondition() : TRANSFER_USE_REPORT.ID.lt(before))
            .orderBy(TRANSFER_USE_REPORT.ID.desc())
            .limit(limit)
            .fetch());
  }

  /// A report that stands or does not.
  ///
  /// @param voidedBy the correction by which it does not
  record Told(UseReportRow report, @Nullable Id voidedBy) {}

  /// All reports of an organisation, newest first.
  List<Told> everTold(Id organisation, @Nullable Id before, int limit) {
    List<TransferUseReportRecord> records =
        sql.selectFrom(TRANSFER_USE_REPORT)
            .where(TRANSFER_USE_REPORT.ORGANISATION_ID.eq(organisation))
            .and(before == null ? DSL.noCondition() : TRANSFER_USE_REPORT.ID.lt(before))
            .orderBy(TRANSFER_USE_REPORT.ID.desc())
            .limit(limit)
            .fetch();
    List<UseReportRow> reports = rows(records);
    return IntStream.range(0, records.size())
        .mapToObj(at -> new Told(reports.get(at), voidedBy(records.get(at))))
        .toList();
  }

  private static @Nullable Id voidedBy(TransferUseReportRecord row) {
    return row.getVoidedBy() == 0 ? null : Id.of(row.getVoidedBy());
  }

  void insert(UseReportRow report) {
    sql.insertInto(TRANSFER_USE_REPORT)
        .set(TRANSFER_USE_REPORT.ID, report.id())
        .set(TRANSFER_USE_REPORT.ORGANISATION_ID, report.heap().owner())
        .set(TRANSFER_USE_REPORT.SITE_ID, report.heap().site())
        .set(TRANSFER_USE_REPORT.MATERIAL_KEY, report.heap().material())
        .set(TRANSFER_USE_REPORT.MONTH_STARTS_ON, report.month().atDay(1))
        .set(TRANSFER_USE_REPORT.OPENING_KG, report.book().openingKg())
        .set(TRANSFER_USE_REPORT.RECEIVED_KG, report.book().receivedKg())
        .set(TRANSFER_USE_REPORT.CONSUMED_KG, report.book().consumedKg())
        .set(TRANSFER_USE_REPORT.BEYOND_HEAP_KG, report.allocation().beyondHeapKg())
        .set(TRANSFER_USE_REPORT.DECLARED_CLOSING_KG, report.declaredClosingKg())
        .set(TRANSFER_USE_REPORT.USE_KEY, report.use())
        .set(TRANSFER_USE_REPORT.ALLOCATION_RULE, report.rule().code())
        .set(TRANSFER_USE_REPORT.NOTE, report.note())
        .set(TRANSFER_USE_REPORT.REPORTED_AT, report.reportedAt())
        .execute();
    insertParts(report);
  }

  /// Writes what a report that is held says now.
  void update(UseReportRow report) {
    sql.update(TRANSFER_USE_REPORT)
        .set(TRANSFER_USE_REPORT.OPENING_KG, report.book().openingKg())
        .set(TRANSFER_USE_REPORT.RECEIVED_KG, report.book().receivedKg())
        .set(TRANSFER_USE_REPORT.CONSUMED_KG, report.book().consumedKg())
        .set(TRANSFER_USE_REPORT.BEYOND_HEAP_KG, report.allocation().beyondHeapKg())
        .set(TRANSFER_USE_REPORT.DECLARED_CLOSING_KG, report.declaredClosingKg())
        .where(TRANSFER_USE_REPORT.ID.eq(report.id()))
        .execute();
    sql.deleteFrom(TRANSFER_USE_PART).where(TRANSFER_USE_PART.REPORT_ID.eq(report.id())).execute();
    insertParts(report);
  }

  /// Leaves the report's month free to be reported again.
  void markVoided(Id report, Id correction) {
    sql.update(TRANSFER_USE_REPORT)
        .set(TRANSFER_USE_REPORT.VOIDED_BY, correction.value())
        .where(TRANSFER_USE_REPORT.ID.eq(report))
        .execute();
  }

  private void insertParts(UseReportRow report) {
    report
        .parts()
        .forEach((origin, kg) ->
            sql.insertInto(TRANSFER_USE_PART)
                .set(TRANSFER_USE_PART.REPORT_ID, report.id())
                .set(TRANSFER_USE_PART.STREAM_ID, origin.stream())
                .set(TRANSFER_USE_PART.GENERATION_YEAR, (short) origin.generationYear())
                .set(TRANSFER_USE_PART.KG, kg)
                .execute());
  }

  private static Condition of(HeapKey heap) {
    return ever(heap).and(stands());
  }

  private static Condition ever(HeapKey heap) {
    return TRANSFER_USE_REPORT
        .SITE_ID
        .eq(heap.site())
        .and(TRANSFER_USE_REPORT.MATERIAL_KEY.eq(heap.material()));
  }

  private static Condition stands() {
    return TRANSFER_USE_REPORT.VOIDED_BY.eq(0L);
  }

  private List<UseReportRow> rows(List<TransferUseReportRecord> records) {
    Map<Id, SequencedMap<OriginYear, Long>> parts = new LinkedHashMap<>();
    sql.selectFrom(TRANSFER_USE_PART)
        .where(
            TRANSFER_USE_PART.REPORT_ID.in(
                records.stream().map(TransferUseReportRecord::getId).toList()))
        .orderBy(
            TRANSFER_USE_PART.REPORT_ID,
            TRANSFER_USE_PART.STREAM_ID,
            TRANSFER_USE_PART.GENERATION_YEAR)
        .forEach(row ->
            parts
                .computeIfAbsent(row.getReportId(), _ -> new LinkedHashMap<>())
                .put(new OriginYear(row.getStreamId(), row.getGenerationYear()), row.getKg()));
    return records.stream()
        .map(row -> report(row, parts.getOrDefault(row.getId(), new LinkedHashMap<>())))
        .toList();
  }

  private static UseReportRow report(
      TransferUseReportRecord row, SequencedMap<OriginYear, Long> parts) {
    return new UseReportRow(
        row.getId(),
        new HeapKey(row.getOrganisationId(), row.getSiteId(), row.getMaterialKey()),
        YearMonth.from(row.getMonthStartsOn()),
        new UseReportRow.Book(row.getOpeningKg(), row.getReceivedKg(), row.getConsumedKg()),
        row.getDeclaredClosingKg(),
        row.getUseKey(),
        AllocationRule.ofCode(row.getAllocationRule()),
        new Allocation(parts, row.getBeyondHeapKg()),
        row.getNote(),
        row.getReportedAt());
  }
}
