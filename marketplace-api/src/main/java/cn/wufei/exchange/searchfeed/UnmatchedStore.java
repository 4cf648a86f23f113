package cn.wufei.exchange.searchfeed;

import static cn.wufei.exchange.db.Tables.SEARCH_DOCUMENT;
import static cn.wufei.exchange.db.Tables.SEARCH_UNMATCHED;
import static org.jooq.impl.DSL.row;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.ManyRows;
import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.document.LotDocument;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

@Singleton
class UnmatchedStore {

  private static final List<String> ON_THE_MARKET =
      List.of("published", LotDocument.PUBLISHED_TO_APPROVED);

  private final DSLContext sql;

  UnmatchedStore(DSLContext sql) {
    this.sql = sql;
  }

  /// A new round for each of the documents.
  static ManyRows rows(DocumentKind kind, Collection<Id> documentIds, Instant now) {
    ManyRows rows =
        new ManyRows(
            "search_unmatched",
            List.of("kind", "id", "round_id", "put_at", "due_at"),
            "on duplicate key update round_id = values(round_id), put_at = values(put_at),"
                + " due_at = values(due_at)");
    documentIds.forEach(id -> rows.add(kind.code(), id, Id.next(), now, now));
    return rows;
  }

  void put(DocumentKind kind, Collection<Id> documentIds, Instant now) {
    sql.connection(rows(kind, documentIds, now)::execute);
  }

  /// The rows that have been due longest, held until the transaction ends; rows that others hold
  /// are left to them.
  List<Unmatched.Round> lockDue(Instant now, int limit) {
    return sql.select(
            SEARCH_UNMATCHED.KIND,
            SEARCH_UNMATCHED.ID,
            SEARCH_UNMATCHED.ROUND_ID,
            SEARCH_UNMATCHED.PUT_AT)
        .from(SEARCH_UNMATCHED)
        .where(SEARCH_UNMATCHED.DUE_AT.le(now))
        .orderBy(SEARCH_UNMATCHED.DUE_AT)
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .fetch(found ->
            new Unmatched.Round(
                DocumentKind.ofCode(found.value1()),
                found.value2(),
                found.value3(),
                found.value4()));
  }

  void postpone(List<Unmatched.Round> rounds, Instant dueAt) {
    sql.update(SEARCH_UNMATCHED)
        .set(SEARCH_UNMATCHED.DUE_AT, dueAt)
        .where(
            row(SEARCH_UNMATCHED.KIND, SEARCH_UNMATCHED.ID, SEARCH_UNMATCHED.ROUND_ID)
                .in(
                    rounds.stream()
                        .map(round -> row(round.kind().code(), round.documentId(), round.roundId()))
                        .toList()))
        .execute();
  }

  /// A row that was put again since is another round and stays.
  void delete(Unmatched.Round round) {
    sql.deleteFrom(SEARCH_UNMATCHED)
        .where(SEARCH_UNMATCHED.KIND.eq(round.kind().code()))
        .and(SEARCH_UNMATCHED.ID.eq(round.documentId()))
        .and(SEARCH_UNMATCHED.ROUND_ID.eq(round.roundId()))
        .execute();
  }

  /// By document the revision that the index must show before it can be matched; absent are those
  /// that are not on the market or that the index refuses, so that there is nothing to wait for.
  Map<Id, Long> awaitedRevisions(DocumentKind kind, List<Id> documentIds) {
    return sql.select(SEARCH_DOCUMENT.ID, SEARCH_DOCUMENT.REVISION)
        .from(SEARCH_DOCUMENT)
        .where(SEARCH_DOCUMENT.KIND.eq(kind.code()))
        .and(SEARCH_DOCUMENT.ID.in(documentIds))
        .and(SEARCH_DOCUMENT.STATUS.in(ON_THE_MARKET))
        .and(SEARCH_DOCUMENT.PENDING.ne(SearchDocumentStore.SET_ASIDE))
        .fetchMap(SEARCH_DOCUMENT.ID, SEARCH_DOCUMENT.REVISION);
  }
}
