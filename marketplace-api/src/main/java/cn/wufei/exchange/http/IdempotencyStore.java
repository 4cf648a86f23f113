package cn.wufei.exchange.http;

import static cn.wufei.exchange.db.Tables.HTTP_IDEMPOTENCY;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Keeps the first answer to each write. A row belongs to the transaction of the write itself: it
/// is there exactly when what it answers for is.
@Singleton
class IdempotencyStore {

  private final DSLContext sql;
  private final Clock clock;

  IdempotencyStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Nullable Answer find(Scope scope) {
    return sql.select(HTTP_IDEMPOTENCY.REQUEST_HASH, HTTP_IDEMPOTENCY.STATUS, HTTP_IDEMPOTENCY.BODY)
        .from(HTTP_IDEMPOTENCY)
        .where(HTTP_IDEMPOTENCY.SCOPE_NUMBER.eq(scope.organisationId()))
        .and(HTTP_IDEMPOTENCY.IDEMPOTENCY_KEY.eq(scope.key().text()))
        .fetchOne(row -> new Answer(row.value1(), row.value2(), row.value3()));
  }

  void keep(Scope scope, Answer answer) {
    sql.insertInto(HTTP_IDEMPOTENCY)
        .set(HTTP_IDEMPOTENCY.SCOPE_NUMBER, scope.organisationId())
        .set(HTTP_IDEMPOTENCY.IDEMPOTENCY_KEY, scope.key().text())
        .set(HTTP_IDEMPOTENCY.ROUTE, scope.route())
        .set(HTTP_IDEMPOTENCY.REQUEST_HASH, answer.requestHash())
        .set(HTTP_IDEMPOTENCY.STATUS, answer.status())
        .set(HTTP_IDEMPOTENCY.BODY, answer.body())
        .set(HTTP_IDEMPOTENCY.CREATED_AT, Instant.now(clock))
        .execute();
  }

  /// Whose key it is, and for which route; strangers who have not signed in share organisation 0.
  record Scope(long organisationId, IdempotencyKey key, String route) {}

  @SuppressWarnings("ArrayRecordComponent")
  record Answer(byte[] requestHash, short status, String body) {}
}
