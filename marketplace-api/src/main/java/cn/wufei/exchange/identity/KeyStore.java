package cn.wufei.exchange.identity;

import static cn.wufei.exchange.db.Tables.IDENTITY_KEY;
import static cn.wufei.exchange.db.Tables.IDENTITY_MEMBER;
import static cn.wufei.exchange.db.Tables.IDENTITY_ORGANISATION;
import static cn.wufei.exchange.db.Tables.IDENTITY_SESSION;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Keys as rows. The secret itself never comes here.
@Singleton
class KeyStore {

  private final DSLContext sql;

  KeyStore(DSLContext sql) {
    this.sql = sql;
  }

  void insert(NewRow row) {
    sql.insertInto(IDENTITY_KEY)
        .set(IDENTITY_KEY.ID, row.id())
        .set(IDENTITY_KEY.ORGANISATION_ID, row.program().organisationId())
        .set(IDENTITY_KEY.MEMBER_ID, row.program().id())
        .set(IDENTITY_KEY.SESSION_ID, row.sessionId())
        .set(IDENTITY_KEY.NAME, row.program().name())
        .set(IDENTITY_KEY.SECRET_HASH, row.secretHash())
        .set(IDENTITY_KEY.HINT, row.hint())
        .set(IDENTITY_KEY.CREATOR_ID, row.createdBy())
        .set(IDENTITY_KEY.CREATED_AT, row.createdAt())
        .set(IDENTITY_KEY.EXPIRES_AT, row.expiresAt())
        .execute();
  }

  int countLive(Id organisation, Instant now) {
    return sql.fetchCount(
        IDENTITY_KEY, IDENTITY_KEY.ORGANISATION_ID.eq(organisation).and(isLive(now)));
  }

  /// The key of that organisation, held until the transaction ends.
  @Nullable Row lock(Id organisation, Id key) {
    return sql.select(
            IDENTITY_KEY.ID,
            IDENTITY_KEY.MEMBER_ID,
            IDENTITY_KEY.SESSION_ID,
            IDENTITY_KEY.EXPIRES_AT,
            IDENTITY_KEY.REVOKED_AT)
        .from(IDENTITY_KEY)
        .where(IDENTITY_KEY.ID.eq(key))
        .and(IDENTITY_KEY.ORGANISATION_ID.eq(organisation))
        .forUpdate()
        .fetchOne(
            row -> new Row(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  void revoke(Id key, Id by, Instant now) {
    markRevoked(IDENTITY_KEY.ID.eq(key), by, now);
  }

  /// Revokes every key of the organisation that still worked.
  void revokeAll(Id organisation, Id by, Instant now) {
    markRevoked(IDENTITY_KEY.ORGANISATION_ID.eq(organisation).and(isLive(now)), by, now);
  }

  private void markRevoked(Condition which, Id by, Instant now) {
    sql.update(IDENTITY_KEY)
        .set(IDENTITY_KEY.REVOKED_AT, now)
        .set(IDENTITY_KEY.REVOKER_ID, by)
        .where(which)
        .execute();
  }

  /// The key with that secret, unless it, its member or its organisation has been put out of
  /// action.
  @Connectable
  @Nullable Working findWorking(byte[] secretHash, Instant now) {
    return sql.select(
            IDENTITY_KEY.ID,
            IDENTITY_KEY.MEMBER_ID,
            IDENTITY_KEY.ORGANISATION_ID,
            IDENTITY_MEMBER.ROLE,
            IDENTITY_KEY.SESSION_ID,
            IDENTITY_KEY.EXPIRES_AT,
            IDENTITY_KEY.LAST_USED_AT)
        .from(IDENTITY_KEY)
        .join(IDENTITY_SESSION)
        .on(IDENTITY_SESSION.ID.eq(IDENTITY_KEY.SESSION_ID))
        .join(IDENTITY_MEMBER)
        .on(IDENTITY_MEMBER.ID.eq(IDENTITY_KEY.MEMBER_ID))
        .join(IDENTITY_ORGANISATION)
        .on(IDENTITY_ORGANISATION.ID.eq(IDENTITY_KEY.ORGANISATION_ID))
        .where(IDENTITY_KEY.SECRET_HASH.eq(secretHash))
        .and(isLive(now))
        .and(IDENTITY_SESSION.ENDED_AT.isNull())
        .and(IDENTITY_MEMBER.ACTIVE.isTrue())
        .and(IDENTITY_ORGANISATION.STATUS.ne(OrganisationStatus.SUSPENDED.code()))
        .fetchOne(row ->
            new Working(
                row.value1(),
                row.value2(),
                row.value3(),
                Role.ofCode(row.value4()),
                row.value5(),
                row.value6(),
                row.value7()));
  }

  /// Notes that the key was used, unless somebody noted a use after `before`.
  @Transactional
  void noteUse(Id key, Instant before, Instant now) {
    sql.update(IDENTITY_KEY)
        .set(IDENTITY_KEY.LAST_USED_AT, now)
        .where(IDENTITY_KEY.ID.eq(key))
        .and(IDENTITY_KEY.LAST_USED_AT.isNull().or(IDENTITY_KEY.LAST_USED_AT.le(before)))
        .execute();
  }

  static Condition isLive(Instant now) {
    return IDENTITY_KEY.REVOKED_AT.isNull().and(IDENTITY_KEY.EXPIRES_AT.gt(now));
  }

  @SuppressWarnings("ArrayRecordComponent")
  record NewRow(
      Id id,
      Member program,
      Id sessionId,
      byte[] secretHash,
      String hint,
      Id createdBy,
      Instant createdAt,
      Instant expiresAt) {}

  record Row(Id id, Id memberId, Id sessionId, Instant expiresAt, @Nullable Instant revokedAt) {

    boolean isOver(Instant now) {
      return revokedAt != null || !now.isBefore(expiresAt);
    }
  }

  record Working(
      Id id,
      Id memberId,
      Id organisationId,
      Role role,
      Id sessionId,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {}
}
