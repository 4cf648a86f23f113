package cn.wufei.exchange.searchfeed;

import static cn.wufei.exchange.db.Tables.SEARCH_DOCUMENT;
import static cn.wufei.exchange.db.Tables.SEARCH_UNMATCHED;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.row;

import cn.wufei.exchange.db.tables.records.SearchUnmatchedRecord;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.document.LotDocument;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep5;

@Singleton
class UnmatchedStore {

  private static final List<String> ON_THE_MARKET =
      List.of("published", LotDocument.PUBLISHED_TO_APPROVED);

  private final DSLContext sql;

  UnmatchedStore(DSLContext sql) {
    this.sql = sql;
  }

  /// A new round for each of the documents.
  void put(DocumentKind kind, Collection<Id> documentIds, Instant now) {
    InsertValuesStep5<SearchUnmatchedRecord, String, Id, Id, Instant, Instant> insert =
        sql.insertInto(
            SEARCH_UNMATCHED,
            SEARCH_UNMATCHED.KIND,
            SEARCH_UNMATCHED.ID,
            SEARCH_UNMATCHED.ROUND_ID,
            SEARCH_UNMATCHED.PUT_AT,
            SEARCH_UNMATCHED.DUE_AT);
    for (Id id : documentIds) {
      insert = insert.values(kind.code(), id, Id.next(), now, now);
    }
    insert
        .onDuplicateKeyUpdate()
        .set(SEARCH_UNMATCHED.ROUND_ID, excluded(SEARCH_UNMATCHED.ROUND_ID))
        .set(SEARCH_UNMATCHED.PUT_AT, excluded(SEARCH_UNMATCHED.PUT_AT))
        .set(SEARCH_UNMATCHED.DUE_AT, excluded(SEARCH_UNMATCHED.DUE_AT))
        .execute();
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
