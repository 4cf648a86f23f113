package cn.wufei.exchange.http;

import static cn.wufei.exchange.db.Tables.HTTP_IDEMPOTENCY;

import cn.wufei.exchange.sql.ManyRows;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Keeps the first answer to each write. A row belongs to the transaction of the write itself: it
/// is there exactly when what it answers for is.
@Singleton
class IdempotencyStore {

  private static final List<String> COLUMNS =
      List.of(
          "scope_number",
          "idempotency_key",
          "route",
          "request_hash",
          "status",
          "body",
          "created_at");
  private static final String FIND_ALL =
      "select scope_number, idempotency_key, request_hash, status, body from http_idempotency"
          + " where ";
  private static final String ONE_KEY = "(scope_number = ? and idempotency_key = ?)";

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

  /// The answers that were given, by key.
  Map<Place, Answer> findAll(Collection<Scope> scopes) {
    Map<Place, Answer> found = new HashMap<>();
    String query = FIND_ALL + ONE_KEY + (" or " + ONE_KEY).repeat(scopes.size() - 1);
    sql.connection(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        int index = 0;
        for (Scope scope : scopes) {
          statement.setLong(++index, scope.organisationId());
          statement.setString(++index, scope.key().text());
        }
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            found.put(
                new Place(row.getLong(1), row.getString(2)),
                new Answer(row.getBytes(3), row.getShort(4), row.getString(5)));
          }
        }
      }
    });
    return found;
  }

  /// Keeps many answers with one statement.
  void keepAll(Map<Scope, Answer> answers) {
    Instant now = Instant.now(clock);
    ManyRows rows = new ManyRows("http_idempotency", COLUMNS, "");
    answers.forEach((scope, answer) ->
        rows.add(
            scope.organisationId(),
            scope.key().text(),
            scope.route(),
            answer.requestHash(),
            answer.status(),
            answer.body(),
            now));
    sql.connection(rows::execute);
  }

  /// Whose key it is, and for which route; strangers who have not signed in share organisation 0.
  record Scope(long organisationId, IdempotencyKey key, String route) {

    Place place() {
      return new Place(organisationId, key.text());
    }
  }

  /// Where an answer is kept: a key is used once by an organisation, whatever for.
  record Place(long organisationId, String key) {}

  @SuppressWarnings("ArrayRecordComponent")
  record Answer(byte[] requestHash, short status, String body) {}
}
