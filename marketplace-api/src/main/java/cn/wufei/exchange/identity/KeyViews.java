package cn.wufei.exchange.identity;

import static cn.wufei.exchange.db.Tables.IDENTITY_KEY;
import static cn.wufei.exchange.db.Tables.IDENTITY_MEMBER;

import cn.wufei.exchange.db.tables.IdentityMember;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads keys for the firm that they belong to.
@Singleton
@Connectable
class KeyViews {

  private static final IdentityMember MAKER = IDENTITY_MEMBER.as("maker");

  private final DSLContext sql;
  private final Clock clock;

  KeyViews(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// The key as it stands at that moment.
  @Nullable KeyView find(Id organisation, Id key, Instant now) {
    return read(IDENTITY_KEY.ORGANISATION_ID.eq(organisation))
        .and(IDENTITY_KEY.ID.eq(key))
        .fetchOne(row -> viewOf(row, now));
  }

  /// The newest first.
  Page<KeyView> page(Id organisation, @Nullable Id before, int limit) {
    Instant now = Instant.now(clock);
    List<KeyView> rows =
        read(IDENTITY_KEY.ORGANISATION_ID.eq(organisation))
            .and(before == null ? DSL.noCondition() : IDENTITY_KEY.ID.lt(before))
            .orderBy(IDENTITY_KEY.ID.desc())
            .limit(limit + 1)
            .fetch(row -> viewOf(row, now));
    return Page.ofSurplus(rows, limit, row -> row.id().toString());
  }

  int countEnding(Id organisation, LocalDate last) {
    return sql.fetchCount(IDENTITY_KEY, isEnding(organisation, last));
  }

  /// The oldest first.
  List<EndingKey> pageEnding(Id organisation, LocalDate last, @Nullable Id after, int limit) {
    return sql.select(IDENTITY_KEY.ID, IDENTITY_KEY.NAME, IDENTITY_KEY.EXPIRES_AT)
        .from(IDENTITY_KEY)
        .where(isEnding(organisation, last))
        .and(after == null ? DSL.noCondition() : IDENTITY_KEY.ID.gt(after))
        .orderBy(IDENTITY_KEY.ID)
        .limit(limit)
        .fetch(row -> new EndingKey(row.value1(), row.value2(), lastDay(row.value3())));
  }

  private Condition isEnding(Id organisation, LocalDate last) {
    return IDENTITY_KEY
        .ORGANISATION_ID
        .eq(organisation)
        .and(KeyStore.isLive(Instant.now(clock)))
        .and(IDENTITY_KEY.EXPIRES_AT.le(LocalCalendar.startOf(last.plusDays(1))));
  }

  private SelectConditionStep<? extends Record> read(Condition which) {
    return sql.select(IDENTITY_KEY.fields())
        .select(IDENTITY_MEMBER.ROLE, MAKER.NAME)
        .from(IDENTITY_KEY)
        .join(IDENTITY_MEMBER)
        .on(IDENTITY_MEMBER.ID.eq(IDENTITY_KEY.MEMBER_ID))
        .join(MAKER)
        .on(MAKER.ID.eq(IDENTITY_KEY.CREATOR_ID))
        .where(which);
  }

  private static KeyView viewOf(Record row, Instant now) {
    Instant expiresAt = row.get(IDENTITY_KEY.EXPIRES_AT);
    Instant revokedAt = row.get(IDENTITY_KEY.REVOKED_AT);
    return new KeyView(
        row.get(IDENTITY_KEY.ID),
        row.get(IDENTITY_KEY.MEMBER_ID),
        row.get(IDENTITY_KEY.NAME),
        row.get(IDENTITY_MEMBER.ROLE),
        row.get(IDENTITY_KEY.HINT),
        revokedAt != null ? "revoked" : now.isBefore(expiresAt) ? "active" : "expired",
        row.get(MAKER.NAME),
        row.get(IDENTITY_KEY.CREATED_AT),
        lastDay(expiresAt),
        row.get(IDENTITY_KEY.LAST_USED_AT),
        revokedAt);
  }

  /// A key ends with the end of its last day.
  private static LocalDate lastDay(Instant expiresAt) {
    return LocalCalendar.dayOf(expiresAt).minusDays(1);
  }
}
