package cn.wufei.exchange.identity;

import static cn.wufei.exchange.db.Tables.IDENTITY_MEMBER;
import static cn.wufei.exchange.db.Tables.IDENTITY_ORGANISATION;
import static cn.wufei.exchange.db.Tables.IDENTITY_REFRESH_TOKEN;
import static cn.wufei.exchange.db.Tables.IDENTITY_SESSION;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

@Singleton
class SessionStore {

  private final DSLContext sql;

  SessionStore(DSLContext sql) {
    this.sql = sql;
  }

  void start(Id sessionId, Id memberId, Instant now, Instant expiresAt) {
    sql.insertInto(IDENTITY_SESSION)
        .set(IDENTITY_SESSION.ID, sessionId)
        .set(IDENTITY_SESSION.MEMBER_ID, memberId)
        .set(IDENTITY_SESSION.STARTED_AT, now)
        .set(IDENTITY_SESSION.EXPIRES_AT, expiresAt)
        .execute();
  }

  void addToken(Id sessionId, byte[] tokenHash, Instant now, Instant expiresAt) {
    sql.insertInto(IDENTITY_REFRESH_TOKEN)
        .set(IDENTITY_REFRESH_TOKEN.ID, Id.next())
        .set(IDENTITY_REFRESH_TOKEN.SESSION_ID, sessionId)
        .set(IDENTITY_REFRESH_TOKEN.TOKEN_HASH, tokenHash)
        .set(IDENTITY_REFRESH_TOKEN.ISSUED_AT, now)
        .set(IDENTITY_REFRESH_TOKEN.EXPIRES_AT, expiresAt)
        .execute();
  }

  /// The token and its session, both locked: of two uses at once the second sees the first.
  @Nullable Token lockToken(byte[] tokenHash) {
    return sql.select(
            IDENTITY_REFRESH_TOKEN.ID,
            IDENTITY_SESSION.ID,
            IDENTITY_SESSION.MEMBER_ID,
            IDENTITY_REFRESH_TOKEN.USED_AT,
            IDENTITY_REFRESH_TOKEN.EXPIRES_AT,
            IDENTITY_SESSION.EXPIRES_AT,
            IDENTITY_SESSION.ENDED_AT)
        .from(IDENTITY_REFRESH_TOKEN)
        .join(IDENTITY_SESSION)
        .on(IDENTITY_SESSION.ID.eq(IDENTITY_REFRESH_TOKEN.SESSION_ID))
        .where(IDENTITY_REFRESH_TOKEN.TOKEN_HASH.eq(tokenHash))
        .forUpdate()
        .fetchOne(row ->
            new Token(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7()));
  }

  void markUsed(Id tokenId, Instant now) {
    sql.update(IDENTITY_REFRESH_TOKEN)
        .set(IDENTITY_REFRESH_TOKEN.USED_AT, now)
        .where(IDENTITY_REFRESH_TOKEN.ID.eq(tokenId))
        .execute();
  }

  void end(Id sessionId, SessionEnd reason, Instant now) {
    sql.update(IDENTITY_SESSION)
        .set(IDENTITY_SESSION.ENDED_AT, now)
        .set(IDENTITY_SESSION.END_REASON, reason.code())
        .where(IDENTITY_SESSION.ID.eq(sessionId))
        .and(IDENTITY_SESSION.ENDED_AT.isNull())
        .execute();
  }

  void endAllOfMember(Id memberId, SessionEnd reason, Instant now) {
    sql.update(IDENTITY_SESSION)
        .set(IDENTITY_SESSION.ENDED_AT, now)
        .set(IDENTITY_SESSION.END_REASON, reason.code())
        .where(IDENTITY_SESSION.MEMBER_ID.eq(memberId))
        .and(IDENTITY_SESSION.ENDED_AT.isNull())
        .execute();
  }

  void endAllOfOrganisation(Id organisationId, SessionEnd reason, Instant now) {
    List<Id> members =
        sql.select(IDENTITY_MEMBER.ID)
            .from(IDENTITY_MEMBER)
            .where(IDENTITY_MEMBER.ORGANISATION_ID.eq(organisationId))
            .fetch(IDENTITY_MEMBER.ID);
    members.forEach(member -> endAllOfMember(member, reason, now));
  }

  /// Whether an access token of the session still counts.
  @Connectable
  boolean isLive(Id sessionId, Instant now) {
    return sql.fetchExists(
        DSL.selectOne()
            .from(IDENTITY_SESSION)
            .join(IDENTITY_MEMBER)
            .on(IDENTITY_MEMBER.ID.eq(IDENTITY_SESSION.MEMBER_ID))
            .join(IDENTITY_ORGANISATION)
            .on(IDENTITY_ORGANISATION.ID.eq(IDENTITY_MEMBER.ORGANISATION_ID))
            .where(IDENTITY_SESSION.ID.eq(sessionId))
            .and(IDENTITY_SESSION.ENDED_AT.isNull())
            .and(IDENTITY_SESSION.EXPIRES_AT.gt(now))
            .and(IDENTITY_MEMBER.ACTIVE.isTrue())
            .and(IDENTITY_ORGANISATION.STATUS.ne(OrganisationStatus.SUSPENDED.code())));
  }

  /// Deletes sessions that expired before, at most `sessionsMax`, with their tokens.
  int deleteExpired(Instant before, int sessionsMax) {
    List<Id> expired =
        sql.select(IDENTITY_SESSION.ID)
            .from(IDENTITY_SESSION)
            .where(IDENTITY_SESSION.EXPIRES_AT.lt(before))
            .orderBy(IDENTITY_SESSION.ID)
            .limit(sessionsMax)
            .fetch(IDENTITY_SESSION.ID);
    if (expired.isEmpty()) {
      return 0;
    }
    sql.deleteFrom(IDENTITY_REFRESH_TOKEN)
        .where(IDENTITY_REFRESH_TOKEN.SESSION_ID.in(expired))
        .execute();
    return sql.deleteFrom(IDENTITY_SESSION).where(IDENTITY_SESSION.ID.in(expired)).execute();
  }

  record Token(
      Id id,
      Id sessionId,
      Id memberId,
      @Nullable Instant usedAt,
      Instant expiresAt,
      Instant sessionExpiresAt,
      @Nullable Instant sessionEndedAt) {

    boolean isUsed() {
      return usedAt != null;
    }

    boolean isOver(Instant now) {
      return sessionEndedAt != null || !now.isBefore(expiresAt) || !now.isBefore(sessionExpiresAt);
    }
  }
}
