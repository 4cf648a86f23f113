package cn.wufei.exchange.identity;

import static cn.wufei.exchange.db.Tables.IDENTITY_SIGN_IN_GUARD;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.DSLContext;

@Singleton
class SignInGuardStore {

  private final DSLContext sql;

  SignInGuardStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The login's state, locked until the end of the transaction; made when it is not there. The
  /// upsert takes the lock that it will need at once: an ignored insert would share it first, and
  /// two attempts would dead-lock on the way up.
  Lockout lockGuard(byte[] loginHash, Instant now) {
    sql.insertInto(IDENTITY_SIGN_IN_GUARD)
        .set(IDENTITY_SIGN_IN_GUARD.LOGIN_HASH, loginHash)
        .set(IDENTITY_SIGN_IN_GUARD.FAILURES, (short) 0)
        .set(IDENTITY_SIGN_IN_GUARD.LOCKS, (short) 0)
        .set(IDENTITY_SIGN_IN_GUARD.LAST_ATTEMPT_AT, now)
        .onDuplicateKeyUpdate()
        .set(IDENTITY_SIGN_IN_GUARD.LOGIN_HASH, loginHash)
        .execute();
    return sql.selectFrom(IDENTITY_SIGN_IN_GUARD)
        .where(IDENTITY_SIGN_IN_GUARD.LOGIN_HASH.eq(loginHash))
        .forUpdate()
        .fetchSingle(row ->
            new Lockout(
                row.getFailures(), row.getLocks(), row.getLockedUntil(), row.getLastAttemptAt()));
  }

  void keep(byte[] loginHash, Lockout state) {
    sql.update(IDENTITY_SIGN_IN_GUARD)
        .set(IDENTITY_SIGN_IN_GUARD.FAILURES, (short) state.failures())
        .set(IDENTITY_SIGN_IN_GUARD.LOCKS, (short) state.locks())
        .set(IDENTITY_SIGN_IN_GUARD.LOCKED_UNTIL, state.lockedUntil())
        .set(IDENTITY_SIGN_IN_GUARD.LAST_ATTEMPT_AT, state.lastAttemptAt())
        .where(IDENTITY_SIGN_IN_GUARD.LOGIN_HASH.eq(loginHash))
        .execute();
  }

  void clear(byte[] loginHash) {
    sql.deleteFrom(IDENTITY_SIGN_IN_GUARD)
        .where(IDENTITY_SIGN_IN_GUARD.LOGIN_HASH.eq(loginHash))
        .execute();
  }

  int deleteUntouchedSince(Instant before, int rowsMax) {
    return sql.deleteFrom(IDENTITY_SIGN_IN_GUARD)
        .where(IDENTITY_SIGN_IN_GUARD.LAST_ATTEMPT_AT.lt(before))
        .limit(rowsMax)
        .execute();
  }
}
