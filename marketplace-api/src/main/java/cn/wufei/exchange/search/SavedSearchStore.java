package cn.wufei.exchange.search;

import static cn.wufei.exchange.db.Tables.SEARCH_SAVED;

import cn.wufei.exchange.db.tables.records.SearchSavedRecord;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/// Saved searches as rows. Every statement names the member, so that nobody reaches another's.
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
        null);
  }
}
