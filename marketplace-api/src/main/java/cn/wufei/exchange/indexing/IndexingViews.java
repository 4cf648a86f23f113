package cn.wufei.exchange.indexing;

import static cn.wufei.exchange.db.Tables.SEARCH_DOCUMENT;
import static cn.wufei.exchange.db.Tables.SEARCH_UPKEEP;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;

import cn.wufei.exchange.db.tables.records.SearchUpkeepRecord;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.indexer.document.DocumentKind;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What the database knows of the indices.
@Singleton
@Connectable
class IndexingViews {

  private static final short WAITING = 1;
  private static final short SET_ASIDE = 2;
  private static final Counted NONE = new Counted(0, null);

  private final DSLContext sql;

  IndexingViews(DSLContext sql) {
    this.sql = sql;
  }

  List<IndexStatus> all() {
    Map<String, Map<Short, Counted>> counted = counted();
    return sql.selectFrom(SEARCH_UPKEEP).orderBy(SEARCH_UPKEEP.KIND.desc()).stream()
        .map(row -> status(row, counted.getOrDefault(row.getKind(), Map.of())))
        .toList();
  }

  IndexStatus of(DocumentKind kind) {
    return all().stream().filter(each -> each.kind().equals(kind.code())).findFirst().orElseThrow();
  }

  /// The latest documents first.
  Page<SetAsideDocument> setAside(@Nullable Id before, int limit) {
    List<SetAsideDocument> rows =
        sql.select(
                SEARCH_DOCUMENT.ID,
                SEARCH_DOCUMENT.KIND,
                SEARCH_DOCUMENT.VERSION,
                SEARCH_DOCUMENT.FAILED_REASON,
                SEARCH_DOCUMENT.FAILED_AT)
            .from(SEARCH_DOCUMENT)
            .where(SEARCH_DOCUMENT.PENDING.eq(SET_ASIDE))
            .and(before == null ? SEARCH_DOCUMENT.ID.isNotNull() : SEARCH_DOCUMENT.ID.lt(before))
            .orderBy(SEARCH_DOCUMENT.ID.desc())
            .limit(limit + 1)
            .fetch(row ->
                new SetAsideDocument(
                    row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    return Page.ofSurplus(rows, limit, row -> row.id().toString());
  }

  boolean isSetAside(DocumentKind kind, Id id) {
    return sql.fetchExists(
        SEARCH_DOCUMENT,
        SEARCH_DOCUMENT
            .KIND
            .eq(kind.code())
            .and(SEARCH_DOCUMENT.ID.eq(id))
            .and(SEARCH_DOCUMENT.PENDING.eq(SET_ASIDE)));
  }

  private Map<String, Map<Short, Counted>> counted() {
    Map<String, Map<Short, Counted>> counted = new HashMap<>();
    sql.select(
            SEARCH_DOCUMENT.KIND, SEARCH_DOCUMENT.PENDING, count(), min(SEARCH_DOCUMENT.CHANGED_AT))
        .from(SEARCH_DOCUMENT)
        .groupBy(SEARCH_DOCUMENT.KIND, SEARCH_DOCUMENT.PENDING)
        .forEach(row ->
            counted
                .computeIfAbsent(row.value1(), _ -> new HashMap<>())
                .put(row.value2(), new Counted(row.value3(), row.value4())));
    return counted;
  }

  private static IndexStatus status(SearchUpkeepRecord row, Map<Short, Counted> counted) {
    Counted waiting = counted.getOrDefault(WAITING, NONE);
    return new IndexStatus(
        row.getKind(),
        counted.values().stream().mapToLong(Counted::number).sum(),
        waiting.number(),
        waiting.oldest(),
        counted.getOrDefault(SET_ASIDE, NONE).number(),
        null,
        row.getComparisonRequestedAt() != null,
        comparison(row),
        new IndexStatus.Rebuild(
            state(row),
            row.getRebuildReason(),
            row.getRebuildStartedAt(),
            row.getRebuildEndedAt(),
            row.getRebuildScanned(),
            row.getRebuildTotal()));
  }

  private static IndexStatus.@Nullable Comparison comparison(SearchUpkeepRecord row) {
    return row.getComparedAt() == null
        ? null
        : new IndexStatus.Comparison(
            row.getComparedAt(),
            row.getComparedTookMs(),
            row.getComparedDocuments(),
            row.getComparedIndexed(),
            row.getComparedMissing(),
            row.getComparedOlder(),
            row.getComparedNewer(),
            row.getComparedSurplus(),
            row.getComparedMended());
  }

  private static String state(SearchUpkeepRecord row) {
    return row.getRebuildRequestedAt() != null && row.getRebuildState().equals("idle")
        ? "requested"
        : row.getRebuildState();
  }

  private record Counted(long number, @Nullable Instant oldest) {}
}
