package cn.wufei.exchange.searchfeed;

import static cn.wufei.exchange.db.Tables.SEARCH_DOCUMENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.when;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.document.DocumentKind;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

@Singleton
class SearchDocumentStore {

  static final short SENT = 0;
  static final short PENDING = 1;
  static final short SET_ASIDE = 2;

  /// Of the documents that this release writes. Raise it when they come to hold something that
  /// those of earlier releases lack; then all are made anew.
  static final short EDITION = 2;

  private final DSLContext sql;
  private final Clock clock;

  SearchDocumentStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// One statement, so that two writers of one document cannot both believe it absent. The servers
  /// evaluate the assignments from left to right: `version`, which decides about all of them, is
  /// assigned last.
  void put(DocumentKind kind, Id id, long version, String status, String body) {
    Condition newer = SEARCH_DOCUMENT.VERSION.le(excluded(SEARCH_DOCUMENT.VERSION));
    sql.insertInto(SEARCH_DOCUMENT)
        .set(SEARCH_DOCUMENT.KIND, kind.code())
        .set(SEARCH_DOCUMENT.ID, id)
        .set(SEARCH_DOCUMENT.VERSION, version)
        .set(SEARCH_DOCUMENT.REVISION, 1L)
        .set(SEARCH_DOCUMENT.STATUS, status)
        .set(SEARCH_DOCUMENT.BODY, body)
        .set(SEARCH_DOCUMENT.EDITION, EDITION)
        .set(SEARCH_DOCUMENT.PENDING, PENDING)
        .set(SEARCH_DOCUMENT.CHANGED_AT, Instant.now(clock))
        .onDuplicateKeyUpdate()
        .set(
            SEARCH_DOCUMENT.REVISION,
            when(newer, SEARCH_DOCUMENT.REVISION.plus(1)).otherwise(SEARCH_DOCUMENT.REVISION))
        .set(SEARCH_DOCUMENT.STATUS, ifNewer(newer, SEARCH_DOCUMENT.STATUS))
        .set(SEARCH_DOCUMENT.BODY, ifNewer(newer, SEARCH_DOCUMENT.BODY))
        .set(SEARCH_DOCUMENT.EDITION, ifNewer(newer, SEARCH_DOCUMENT.EDITION))
        .set(SEARCH_DOCUMENT.PENDING, ifNewer(newer, SEARCH_DOCUMENT.PENDING))
        .set(SEARCH_DOCUMENT.CHANGED_AT, ifNewer(newer, SEARCH_DOCUMENT.CHANGED_AT))
        .set(
            SEARCH_DOCUMENT.FAILED_REASON,
            when(newer, inline((String) null)).otherwise(SEARCH_DOCUMENT.FAILED_REASON))
        .set(SEARCH_DOCUMENT.VERSION, ifNewer(newer, SEARCH_DOCUMENT.VERSION))
        .execute();
  }

  /// How many documents wait for the index, or were refused by it.
  @Connectable
  long countInState(short pending) {
    Integer number =
        sql.select(count())
            .from(SEARCH_DOCUMENT)
            .where(SEARCH_DOCUMENT.PENDING.eq(pending))
            .fetchOne(0, Integer.class);
    return number == null ? 0 : number;
  }

  /// Documents of earlier editions in the order of their ids, after that one.
  @Connectable
  List<Id> outdated(DocumentKind kind, @Nullable Id after, int limit) {
    return sql.select(SEARCH_DOCUMENT.ID)
        .from(SEARCH_DOCUMENT)
        .where(SEARCH_DOCUMENT.KIND.eq(kind.code()))
        .and(SEARCH_DOCUMENT.EDITION.lt(EDITION))
        .and(after == null ? noCondition() : SEARCH_DOCUMENT.ID.gt(after))
        .orderBy(SEARCH_DOCUMENT.ID)
        .limit(limit)
        .fetch(SEARCH_DOCUMENT.ID);
  }

  /// Nothing stands behind a document: it is as new as it can be.
  @Connectable
  void leave(DocumentKind kind, Id id) {
    sql.update(SEARCH_DOCUMENT)
        .set(SEARCH_DOCUMENT.EDITION, EDITION)
        .where(SEARCH_DOCUMENT.KIND.eq(kind.code()))
        .and(SEARCH_DOCUMENT.ID.eq(id))
        .execute();
  }

  private static <T> Field<T> ifNewer(Condition newer, Field<T> field) {
    return when(newer, excluded(field)).otherwise(field);
  }
}
