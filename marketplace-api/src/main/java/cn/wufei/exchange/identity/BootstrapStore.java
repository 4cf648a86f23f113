package cn.wufei.exchange.identity;

import static cn.wufei.exchange.db.Tables.IDENTITY_BOOTSTRAP;

import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

@Singleton
class BootstrapStore {

  private static final Id ONLY = Id.of(1);

  private final DSLContext sql;

  BootstrapStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The hash of the secret that has not been used yet; held until the end of the transaction.
  byte @Nullable [] lockUnused() {
    return sql.select(IDENTITY_BOOTSTRAP.SECRET_HASH)
        .from(IDENTITY_BOOTSTRAP)
        .where(IDENTITY_BOOTSTRAP.ID.eq(ONLY))
        .and(IDENTITY_BOOTSTRAP.USED_AT.isNull())
        .forUpdate()
        .fetchOne(IDENTITY_BOOTSTRAP.SECRET_HASH);
  }

  /// Whether this call stored it; another instance may have stored its own first.
  boolean insertIfNone(byte[] secretHash, Instant now) {
    return sql.insertInto(IDENTITY_BOOTSTRAP)
            .set(IDENTITY_BOOTSTRAP.ID, ONLY)
            .set(IDENTITY_BOOTSTRAP.SECRET_HASH, secretHash)
            .set(IDENTITY_BOOTSTRAP.CREATED_AT, now)
            .onDuplicateKeyIgnore()
            .execute()
        == 1;
  }

  void replace(byte[] secretHash, Instant now) {
    sql.update(IDENTITY_BOOTSTRAP)
        .set(IDENTITY_BOOTSTRAP.SECRET_HASH, secretHash)
        .set(IDENTITY_BOOTSTRAP.CREATED_AT, now)
        .where(IDENTITY_BOOTSTRAP.ID.eq(ONLY))
        .and(IDENTITY_BOOTSTRAP.USED_AT.isNull())
        .execute();
  }

  void markUsed(Instant now) {
    sql.update(IDENTITY_BOOTSTRAP)
        .set(IDENTITY_BOOTSTRAP.USED_AT, now)
        .where(IDENTITY_BOOTSTRAP.ID.eq(ONLY))
        .execute();
  }
}
