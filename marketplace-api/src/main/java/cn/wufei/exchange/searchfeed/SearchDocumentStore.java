package cn.wufei.exchange.searchfeed;

import static cn.wufei.exchange.db.Tables.SEARCH_DOCUMENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.ManyRows;
import cn.wufei.exchange.sql.Script;
import cn.wufei.indexer.document.DocumentKind;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

@Singleton
class SearchDocumentStore {

  static final short SENT = 0;
  static final short PENDING = 1;
  static final short SET_ASIDE = 2;

  /// Of the documents that this release writes. Raise it when they come to hold something that
  /// those of earlier releases lack; then all are made anew.
  static final short EDITION = 2;

  private static final long FIRST_REVISION = 1;
  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "id",
          "revision",
          "status",
          "body",
          "edition",
          "pending",
          "changed_at",
          "version");

  /// The row of a higher version stays as it is.
  private static final String UNLESS_NEWER = unlessNewer();

  private final DSLContext sql;
  private final Clock clock;

  SearchDocumentStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// One statement, so that two writers of one document cannot both believe it absent. The servers
  /// evaluate the assignments from left to right: `version`, which decides about all of them, is
  /// assigned last.
  ///
  /// @param round what has it matched, which goes to the server with the same question
  void put(DocumentKind kind, Id id, long version, String status, String body, ManyRows round) {
    ManyRows document =
        new ManyRows("search_document", COLUMNS, UNLESS_NEWER)
            .add(
                kind.code(),
                id,
                FIRST_REVISION,
                status,
                body,
                EDITION,
                PENDING,
                Instant.now(clock),
                version);
    sql.connection(new Script().add(document).add(round)::execute);
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

  private static String unlessNewer() {
    StringBuilder assignments =
        new StringBuilder("on duplicate key update")
            .append(" revision = if(version <= values(version), revision + 1, revision),")
            .append(" failed_reason = if(version <= values(version), null, failed_reason)");
    for (String column : COLUMNS.subList(3, COLUMNS.size())) {
      assignments.append(
          ", %1$s = if(version <= values(version), values(%1$s), %1$s)".formatted(column));
    }
    return assignments.toString();
  }
}
