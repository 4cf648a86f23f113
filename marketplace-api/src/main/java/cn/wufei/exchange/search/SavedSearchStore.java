package cn.wufei.exchange.search;

import static cn.wufei.exchange.db.Tables.SEARCH_SAVED;

import cn.wufei.exchange.db.tables.records.SearchSavedRecord;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Saved searches as rows. Every statement for a member names it, so that nobody reaches another's.
@Singleton
@Connectable
class SavedSearchStore {

  private final DSLContext sql;

  SavedSearchStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Newest first.
  List<SavedSearch> of(Id member) {
    return sql.selectFrom(SEARCH_SAVED)
        .where(SEARCH_SAVED.MEMBER_ID.eq(member))
        .orderBy(SEARCH_SAVED.ID.desc())
        .fetch(SavedSearchStore::read);
  }

  /// The same, held until the transaction ends.
  List<SavedSearch> lockAllOf(Id member) {
    return sql.selectFrom(SEARCH_SAVED)
        .where(SEARCH_SAVED.MEMBER_ID.eq(member))
        .orderBy(SEARCH_SAVED.ID)
        .forUpdate()
        .fetch(SavedSearchStore::read);
  }

  void insert(Caller caller, SavedSearch search) {
    sql.insertInto(SEARCH_SAVED)
        .set(SEARCH_SAVED.ID, search.id())
        .set(SEARCH_SAVED.VERSION, search.version())
        .set(SEARCH_SAVED.ORGANISATION_ID, caller.organisationId())
        .set(SEARCH_SAVED.MEMBER_ID, caller.memberId())
        .set(SEARCH_SAVED.KIND, search.kind().code())
        .set(SEARCH_SAVED.NAME, search.name())
        .set(SEARCH_SAVED.QUERY, search.query())
        .set(SEARCH_SAVED.CREATED_AT, search.createdAt())
        .set(SEARCH_SAVED.OPENED_AT, search.openedAt())
        .set(SEARCH_SAVED.TOLD_TO, search.alerts() ? search.createdAt() : null)
        .execute();
  }

  void rename(Id member, Id id, String name, long version) {
    sql.update(SEARCH_SAVED)
        .set(SEARCH_SAVED.NAME, name)
        .set(SEARCH_SAVED.VERSION, version)
        .where(SEARCH_SAVED.ID.eq(id))
        .and(SEARCH_SAVED.MEMBER_ID.eq(member))
        .execute();
  }

  /// @param from what is published after it is told; nothing for never
  void alert(Id member, Id id, @Nullable Instant from) {
    sql.update(SEARCH_SAVED)
        .set(SEARCH_SAVED.TOLD_TO, from)
        .where(SEARCH_SAVED.ID.eq(id))
        .and(SEARCH_SAVED.MEMBER_ID.eq(member))
        .execute();
  }

  /// Searches of everybody whose new results were not told up to then, those first that have waited
  /// longest.
  List<Alert> untold(Instant upTo, int limit) {
    return sql.selectFrom(SEARCH_SAVED)
        .where(SEARCH_SAVED.TOLD_TO.lt(upTo))
        .orderBy(SEARCH_SAVED.TOLD_TO, SEARCH_SAVED.ID)
        .limit(limit)
        .fetch(row ->
            new Alert(read(row), row.getMemberId(), Objects.requireNonNull(row.getToldTo())));
  }

  /// Notes up to when they are told, unless somebody did meanwhile.
  ///
  /// @return whether nobody did
  boolean told(Alert alert, Instant upTo) {
    return sql.update(SEARCH_SAVED)
            .set(SEARCH_SAVED.TOLD_TO, upTo)
            .where(SEARCH_SAVED.ID.eq(alert.search().id()))
            .and(SEARCH_SAVED.TOLD_TO.eq(alert.toldTo()))
            .execute()
        == 1;
  }

  /// A search of which its member's firm is told.
  ///
  /// @param toldTo what was published until then was told
  record Alert(SavedSearch search, Id memberId, Instant toldTo) {

    /// What was seen on the page need not be told.
    Instant since() {
      return search.openedAt().isAfter(toldTo) ? search.openedAt() : toldTo;
    }
  }

  void open(Id member, Id id, Instant at) {
    sql.update(SEARCH_SAVED)
        .set(SEARCH_SAVED.OPENED_AT, at)
        .where(SEARCH_SAVED.ID.eq(id))
        .and(SEARCH_SAVED.MEMBER_ID.eq(member))
        .execute();
  }

  void delete(Id member, Id id) {
    sql.deleteFrom(SEARCH_SAVED)
        .where(SEARCH_SAVED.ID.eq(id))
        .and(SEARCH_SAVED.MEMBER_ID.eq(member))
        .execute();
  }

  private static SavedSearch read(SearchSavedRecord row) {
    return new SavedSearch(
        row.getId(),
        row.getVersion(),
        SearchKind.ofCode(row.getKind()),
        row.getName(),
        row.getQuery(),
        row.getCreatedAt(),
        row.getOpenedAt(),
        row.getToldTo() != null,
        null);
  }
}
