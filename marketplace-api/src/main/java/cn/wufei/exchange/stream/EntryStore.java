package cn.wufei.exchange.stream;

import static cn.wufei.exchange.db.Tables.STREAM_ENTRY;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads entries piece by piece.
@Singleton
@Connectable
class EntryStore {

  private final DSLContext sql;

  EntryStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The entries of a stream, voided ones included, newest first.
  List<EntryRow> page(Id stream, @Nullable Id before, int limit) {
    return sql.selectFrom(STREAM_ENTRY)
        .where(STREAM_ENTRY.STREAM_ID.eq(stream))
        .and(before == null ? DSL.noCondition() : STREAM_ENTRY.ID.lt(before))
        .orderBy(STREAM_ENTRY.ID.desc())
        .limit(limit)
        .fetch(row ->
            new EntryRow(
                row.getId(),
                row.getStreamId(),
                row.getKind(),
                row.getQuantityKg(),
                row.getOccurredOn(),
                row.getGenerationYear(),
                row.getMethod(),
                row.getNote(),
                row.getToStreamId(),
                row.getCounterpartyId(),
                row.getCounterpartyName(),
                row.getCounterpartyUscc(),
                row.getTransferId(),
                row.getRecordedAt(),
                row.getVoidedBy()));
  }
}
