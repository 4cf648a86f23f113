package cn.wufei.exchange.stream.quality;

import static cn.wufei.exchange.db.Tables.STREAM_QUALITY_REPORT;
import static cn.wufei.exchange.db.Tables.STREAM_QUALITY_VALUE;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import cn.wufei.exchange.gate.MeasuredValue;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Quality reports and their values as rows.
@Singleton
@Connectable
class QualityReportStore {

  private static final Short LIVE = 1;
  private static final List<Field<?>> RUNNING_OUT =
      List.of(
          STREAM_QUALITY_REPORT.ID,
          STREAM_QUALITY_REPORT.ORGANISATION_ID,
          STREAM_QUALITY_REPORT.STREAM_ID,
          STREAM_QUALITY_REPORT.LABORATORY,
          STREAM_QUALITY_REPORT.REPORT_NUMBER,
          STREAM_QUALITY_REPORT.VALID_TO);

  private final DSLContext sql;

  QualityReportStore(DSLContext sql) {
    this.sql = sql;
  }

  void insert(QualityReport report, Id organisation) {
    sql.insertInto(STREAM_QUALITY_REPORT)
        .set(STREAM_QUALITY_REPORT.ID, report.id())
        .set(STREAM_QUALITY_REPORT.VERSION, report.version())
        .set(STREAM_QUALITY_REPORT.ORGANISATION_ID, organisation)
        .set(STREAM_QUALITY_REPORT.STREAM_ID, report.streamId())
        .set(STREAM_QUALITY_REPORT.LIVE, LIVE)
        .set(STREAM_QUALITY_REPORT.LABORATORY, report.laboratory())
        .set(STREAM_QUALITY_REPORT.REPORT_NUMBER, report.reportNumber())
        .set(STREAM_QUALITY_REPORT.METHOD, report.method())
        .set(STREAM_QUALITY_REPORT.SAMPLED_ON, report.sampledOn())
        .set(STREAM_QUALITY_REPORT.REPORTED_ON, report.reportedOn())
        .set(STREAM_QUALITY_REPORT.VALID_TO, report.validTo())
        .set(STREAM_QUALITY_REPORT.SHARED, report.shared())
        .set(STREAM_QUALITY_REPORT.NOTE, report.note())
        .set(STREAM_QUALITY_REPORT.RECORDED_AT, report.recordedAt())
        .execute();
    var values =
        sql.insertInto(
            STREAM_QUALITY_VALUE,
            STREAM_QUALITY_VALUE.REPORT_ID,
            STREAM_QUALITY_VALUE.PARAMETER_KEY,
            STREAM_QUALITY_VALUE.LINE,
            STREAM_QUALITY_VALUE.BASIS,
            STREAM_QUALITY_VALUE.MINIMUM,
            STREAM_QUALITY_VALUE.MAXIMUM);
    short line = 0;
    for (MeasuredRange value : report.values()) {
      values =
          values.values(
              report.id(), value.parameter(), ++line, value.basis(), value.min(), value.max());
    }
    values.execute();
  }

  /// The organisation that owns the report, held until the transaction ends.
  @Nullable Id lockOwner(Id id) {
    return sql.select(STREAM_QUALITY_REPORT.ORGANISATION_ID)
        .from(STREAM_QUALITY_REPORT)
        .where(STREAM_QUALITY_REPORT.ID.eq(id))
        .forUpdate()
        .fetchOne(STREAM_QUALITY_REPORT.ORGANISATION_ID);
  }

  void withdraw(Id id, long version, String reason, Instant now) {
    sql.update(STREAM_QUALITY_REPORT)
        .setNull(STREAM_QUALITY_REPORT.LIVE)
        .set(STREAM_QUALITY_REPORT.VERSION, version)
        .set(STREAM_QUALITY_REPORT.WITHDRAWN_AT, now)
        .set(STREAM_QUALITY_REPORT.WITHDRAWAL_REASON, reason)
        .where(STREAM_QUALITY_REPORT.ID.eq(id))
        .execute();
  }

  @Nullable QualityReport find(Id id, LocalDate today) {
    List<QualityReport> found = read(STREAM_QUALITY_REPORT.ID.eq(id), 1, today);
    return found.isEmpty() ? null : found.getFirst();
  }

  @Nullable Id ownerOf(Id id) {
    return sql.select(STREAM_QUALITY_REPORT.ORGANISATION_ID)
        .from(STREAM_QUALITY_REPORT)
        .where(STREAM_QUALITY_REPORT.ID.eq(id))
        .fetchOne(STREAM_QUALITY_REPORT.ORGANISATION_ID);
  }

  /// Those of a stream, withdrawn ones included, the last recorded first.
  List<QualityReport> page(Id stream, @Nullable Id before, int limit, LocalDate today) {
    return read(
        STREAM_QUALITY_REPORT
            .STREAM_ID
            .eq(stream)
            .and(before == null ? noCondition() : STREAM_QUALITY_REPORT.ID.lt(before)),
        limit,
        today);
  }

  /// Those of a stream that stand, the last recorded first.
  List<QualityReport> standingPage(
      Id stream, boolean sharedOnly, @Nullable Id before, int limit, LocalDate today) {
    return read(
        STREAM_QUALITY_REPORT
            .STREAM_ID
            .eq(stream)
            .and(STREAM_QUALITY_REPORT.LIVE.eq(LIVE))
            .and(sharedOnly ? STREAM_QUALITY_REPORT.SHARED.eq(true) : noCondition())
            .and(before == null ? noCondition() : STREAM_QUALITY_REPORT.ID.lt(before)),
        limit,
        today);
  }

  /// The last day on which streams were sampled for reports that hold on a day.
  Map<Id, LocalDate> lastSampledOn(Collection<Id> streams, LocalDate day) {
    if (streams.isEmpty()) {
      return Map.of();
    }
    return sql.select(STREAM_QUALITY_REPORT.STREAM_ID, max(STREAM_QUALITY_REPORT.SAMPLED_ON))
        .from(STREAM_QUALITY_REPORT)
        .where(STREAM_QUALITY_REPORT.STREAM_ID.in(streams))
        .and(STREAM_QUALITY_REPORT.LIVE.eq(LIVE))
        .and(STREAM_QUALITY_REPORT.VALID_TO.isNull().or(STREAM_QUALITY_REPORT.VALID_TO.ge(day)))
        .groupBy(STREAM_QUALITY_REPORT.STREAM_ID)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /// Between which values each parameter of a stream lies by all reports that hold on a day.
  List<MeasuredValue> measured(Id stream, LocalDate day) {
    return sql.select(
            STREAM_QUALITY_VALUE.PARAMETER_KEY,
            min(STREAM_QUALITY_VALUE.MINIMUM),
            max(STREAM_QUALITY_VALUE.MAXIMUM))
        .from(STREAM_QUALITY_VALUE)
        .join(STREAM_QUALITY_REPORT)
        .on(STREAM_QUALITY_REPORT.ID.eq(STREAM_QUALITY_VALUE.REPORT_ID))
        .where(STREAM_QUALITY_REPORT.STREAM_ID.eq(stream))
        .and(STREAM_QUALITY_REPORT.LIVE.eq(LIVE))
        .and(STREAM_QUALITY_REPORT.VALID_TO.isNull().or(STREAM_QUALITY_REPORT.VALID_TO.ge(day)))
        .groupBy(STREAM_QUALITY_VALUE.PARAMETER_KEY)
        .orderBy(STREAM_QUALITY_VALUE.PARAMETER_KEY)
        .fetch(row -> new MeasuredValue(row.value1(), row.value2(), row.value3()));
  }

  /// Reports that stand, run out by a day and have not been warned of, held until the transaction
  /// ends. One of a stream that was sampled again since is not among them.
  List<RunningOut> lockRunningOut(LocalDate today, LocalDate by, int limit) {
    return sql.select(RUNNING_OUT)
        .from(STREAM_QUALITY_REPORT)
        .where(runsOut(today, by))
        .and(STREAM_QUALITY_REPORT.WARNED_AT.isNull())
        .orderBy(STREAM_QUALITY_REPORT.ID)
        .limit(limit)
        .forUpdate()
        .fetch(QualityReportStore::runningOut);
  }

  /// An organisation's reports that stand and run out by a day, warned of or not; none of a stream
  /// that was sampled again since. The oldest first.
  List<RunningOut> pageRunningOut(
      Id organisation, LocalDate today, LocalDate by, @Nullable Id after, int limit) {
    return sql.select(RUNNING_OUT)
        .from(STREAM_QUALITY_REPORT)
        .where(runsOut(today, by))
        .and(STREAM_QUALITY_REPORT.ORGANISATION_ID.eq(organisation))
        .and(after == null ? noCondition() : STREAM_QUALITY_REPORT.ID.gt(after))
        .orderBy(STREAM_QUALITY_REPORT.ID)
        .limit(limit)
        .fetch(QualityReportStore::runningOut);
  }

  int countRunningOut(Id organisation, LocalDate today, LocalDate by) {
    return sql.fetchCount(
        STREAM_QUALITY_REPORT,
        runsOut(today, by).and(STREAM_QUALITY_REPORT.ORGANISATION_ID.eq(organisation)));
  }

  private static Condition runsOut(LocalDate today, LocalDate by) {
    var newer = STREAM_QUALITY_REPORT.as("newer");
    return STREAM_QUALITY_REPORT
        .LIVE
        .eq(LIVE)
        .and(STREAM_QUALITY_REPORT.VALID_TO.between(today, by))
        .andNotExists(
            selectOne()
                .from(newer)
                .where(newer.STREAM_ID.eq(STREAM_QUALITY_REPORT.STREAM_ID))
                .and(newer.LIVE.eq(LIVE))
                .and(newer.SAMPLED_ON.gt(STREAM_QUALITY_REPORT.SAMPLED_ON)));
  }

  private static RunningOut runningOut(Record row) {
    return new RunningOut(
        row.get(STREAM_QUALITY_REPORT.ID),
        row.get(STREAM_QUALITY_REPORT.ORGANISATION_ID),
        row.get(STREAM_QUALITY_REPORT.STREAM_ID),
        row.get(STREAM_QUALITY_REPORT.LABORATORY),
        row.get(STREAM_QUALITY_REPORT.REPORT_NUMBER),
        row.get(STREAM_QUALITY_REPORT.VALID_TO));
  }

  void warned(Collection<Id> reports, Instant now) {
    sql.update(STREAM_QUALITY_REPORT)
        .set(STREAM_QUALITY_REPORT.WARNED_AT, now)
        .where(STREAM_QUALITY_REPORT.ID.in(reports))
        .execute();
  }

  /// A report of which its organisation is to be warned.
  record RunningOut(
      Id id,
      Id organisationId,
      Id streamId,
      String laboratory,
      String reportNumber,
      LocalDate validTo) {}

  private List<QualityReport> read(Condition which, int limit, LocalDate today) {
    var rows =
        sql.selectFrom(STREAM_QUALITY_REPORT)
            .where(which)
            .orderBy(STREAM_QUALITY_REPORT.ID.desc())
            .limit(limit)
            .fetch();
    Map<Id, List<MeasuredRange>> values =
        sql.selectFrom(STREAM_QUALITY_VALUE)
            .where(STREAM_QUALITY_VALUE.REPORT_ID.in(rows.getValues(STREAM_QUALITY_REPORT.ID)))
            .orderBy(STREAM_QUALITY_VALUE.REPORT_ID, STREAM_QUALITY_VALUE.LINE)
            .fetchGroups(
                STREAM_QUALITY_VALUE.REPORT_ID,
                value ->
                    new MeasuredRange(
                        value.getParameterKey(),
                        value.getMinimum().stripTrailingZeros(),
                        value.getMaximum().stripTrailingZeros(),
                        value.getBasis()));
    return rows.map(row ->
        new QualityReport(
            row.getId(),
            row.getVersion(),
            row.getStreamId(),
            QualityReport.Status.of(row.getWithdrawnAt(), row.getValidTo(), today),
            row.getLaboratory(),
            row.getReportNumber(),
            row.getMethod(),
            row.getSampledOn(),
            row.getReportedOn(),
            row.getValidTo(),
            row.getShared(),
            row.getNote(),
            values.getOrDefault(row.getId(), List.of()),
            null,
            List.of(),
            row.getRecordedAt(),
            row.getWithdrawnAt(),
            row.getWithdrawalReason()));
  }
}
