package cn.wufei.exchange.stream;

import static cn.wufei.exchange.db.Tables.STREAM_PROCESSING;
import static cn.wufei.exchange.db.Tables.STREAM_PROCESSING_LINE;

import cn.wufei.exchange.db.tables.records.StreamProcessingRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Processings and their lines as rows.
@Singleton
@Connectable
class ProcessingStore {

  private final DSLContext sql;

  ProcessingStore(DSLContext sql) {
    this.sql = sql;
  }

  void insert(ProcessingRow row) {
    sql.insertInto(STREAM_PROCESSING)
        .set(STREAM_PROCESSING.ID, row.id())
        .set(STREAM_PROCESSING.ORGANISATION_ID, row.organisationId())
        .set(STREAM_PROCESSING.OCCURRED_ON, row.occurredOn())
        .set(STREAM_PROCESSING.METHOD, row.method())
        .set(STREAM_PROCESSING.NOTE, row.note())
        .set(STREAM_PROCESSING.BEYOND_STOCK_KG, row.beyondStockKg())
        .set(STREAM_PROCESSING.TRANSFER_ID, row.transferId())
        .set(STREAM_PROCESSING.RECORDED_AT, row.recordedAt())
        .execute();
    short number = 0;
    for (ProcessingRow.Line line : row.lines()) {
      sql.insertInto(STREAM_PROCESSING_LINE)
          .set(STREAM_PROCESSING_LINE.PROCESSING_ID, row.id())
          .set(STREAM_PROCESSING_LINE.LINE, ++number)
          .set(STREAM_PROCESSING_LINE.SIDE, line.side())
          .set(STREAM_PROCESSING_LINE.STREAM_ID, line.streamId())
          .set(STREAM_PROCESSING_LINE.PRODUCT_NAME, line.productName())
          .set(STREAM_PROCESSING_LINE.QUANTITY_KG, line.quantityKg())
          .execute();
    }
  }

  @Nullable ProcessingRow find(Id id) {
    List<ProcessingRow> rows = rows(STREAM_PROCESSING.ID.eq(id));
    return rows.isEmpty() ? null : rows.getFirst();
  }

  /// An organisation's processings, newest first.
  List<ProcessingRow> page(Id organisation, @Nullable Id before, int limit) {
    return rows(
        sql.selectFrom(STREAM_PROCESSING)
            .where(STREAM_PROCESSING.ORGANISATION_ID.eq(organisation))
            .and(before == null ? DSL.noCondition() : STREAM_PROCESSING.ID.lt(before))
            .orderBy(STREAM_PROCESSING.ID.desc())
            .limit(limit)
            .fetch());
  }

  List<ProcessingRow> ofTransfers(Collection<Id> transfers) {
    return transfers.isEmpty() ? List.of() : rows(STREAM_PROCESSING.TRANSFER_ID.in(transfers));
  }

  private List<ProcessingRow> rows(Condition which) {
    return rows(sql.selectFrom(STREAM_PROCESSING).where(which).fetch());
  }

  private List<ProcessingRow> rows(Result<StreamProcessingRecord> heads) {
    Map<Id, List<ProcessingRow.Line>> lines =
        sql.selectFrom(STREAM_PROCESSING_LINE)
            .where(STREAM_PROCESSING_LINE.PROCESSING_ID.in(heads.getValues(STREAM_PROCESSING.ID)))
            .orderBy(STREAM_PROCESSING_LINE.PROCESSING_ID, STREAM_PROCESSING_LINE.LINE)
            .fetchGroups(
                STREAM_PROCESSING_LINE.PROCESSING_ID,
                row ->
                    new ProcessingRow.Line(
                        row.getSide(),
                        row.getStreamId(),
                        row.getProductName(),
                        row.getQuantityKg()));
    return heads.stream()
        .map(row ->
            new ProcessingRow(
                row.getId(),
                row.getOrganisationId(),
                row.getOccurredOn(),
                row.getMethod(),
                row.getNote(),
                row.getBeyondStockKg(),
                row.getTransferId(),
                row.getRecordedAt(),
                lines.getOrDefault(row.getId(), List.of())))
        .toList();
  }
}
