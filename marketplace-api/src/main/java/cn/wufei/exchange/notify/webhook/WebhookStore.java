package cn.wufei.exchange.notify.webhook;

import static cn.wufei.exchange.db.Tables.NOTIFY_WEBHOOK;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Webhooks as rows.
@Singleton
@Connectable
class WebhookStore {

  private static final String COMMA = ",";

  private final DSLContext sql;

  WebhookStore(DSLContext sql) {
    this.sql = sql;
  }

  void insert(Row row, Id creator, Instant now) {
    sql.insertInto(NOTIFY_WEBHOOK)
        .set(NOTIFY_WEBHOOK.ID, row.id())
        .set(NOTIFY_WEBHOOK.ORGANISATION_ID, row.organisationId())
        .set(NOTIFY_WEBHOOK.NAME, row.name())
        .set(NOTIFY_WEBHOOK.URL, row.url())
        .set(NOTIFY_WEBHOOK.KINDS, textOf(row.kinds()))
        .set(NOTIFY_WEBHOOK.STATE, row.state().code())
        .set(NOTIFY_WEBHOOK.FAILURES_IN_ROW, 0)
        .set(NOTIFY_WEBHOOK.SECRET, row.secret())
        .set(NOTIFY_WEBHOOK.CREATOR_ID, creator)
        .set(NOTIFY_WEBHOOK.CREATED_AT, now)
        .set(NOTIFY_WEBHOOK.VERSION, row.version())
        .execute();
  }

  int countKept(Id organisation) {
    return sql.fetchCount(NOTIFY_WEBHOOK, isKept(organisation));
  }

  /// Those of an organisation that have not been removed, by id.
  List<Row> ofOrganisation(Id organisation) {
    return sql.selectFrom(NOTIFY_WEBHOOK)
        .where(isKept(organisation))
        .orderBy(NOTIFY_WEBHOOK.ID)
        .fetch(WebhookStore::row);
  }

  @Nullable Row find(Id id) {
    return sql.selectFrom(NOTIFY_WEBHOOK)
        .where(NOTIFY_WEBHOOK.ID.eq(id))
        .fetchOne(WebhookStore::row);
  }

  /// The webhook, also a removed one, held until the transaction ends.
  @Nullable Row lock(Id id) {
    return sql.selectFrom(NOTIFY_WEBHOOK)
        .where(NOTIFY_WEBHOOK.ID.eq(id))
        .forUpdate()
        .fetchOne(WebhookStore::row);
  }

  void describe(Id id, String name, String url, @Nullable List<String> kinds) {
    sql.update(NOTIFY_WEBHOOK)
        .set(NOTIFY_WEBHOOK.NAME, name)
        .set(NOTIFY_WEBHOOK.URL, url)
        .set(NOTIFY_WEBHOOK.KINDS, textOf(kinds))
        .set(NOTIFY_WEBHOOK.VERSION, NOTIFY_WEBHOOK.VERSION.plus(1))
        .where(NOTIFY_WEBHOOK.ID.eq(id))
        .execute();
  }

  /// Also forgets what failed before.
  void setState(Id id, WebhookState state, @Nullable PauseReason reason) {
    sql.update(NOTIFY_WEBHOOK)
        .set(NOTIFY_WEBHOOK.STATE, state.code())
        .set(NOTIFY_WEBHOOK.PAUSE_REASON, reason == null ? null : reason.code())
        .set(NOTIFY_WEBHOOK.FAILURES_IN_ROW, 0)
        .setNull(NOTIFY_WEBHOOK.FAILING_SINCE)
        .set(NOTIFY_WEBHOOK.VERSION, NOTIFY_WEBHOOK.VERSION.plus(1))
        .where(NOTIFY_WEBHOOK.ID.eq(id))
        .execute();
  }

  void setSecret(Id id, String secret, String before, Instant beforeUntil) {
    sql.update(NOTIFY_WEBHOOK)
        .set(NOTIFY_WEBHOOK.SECRET, secret)
        .set(NOTIFY_WEBHOOK.PREVIOUS_SECRET, before)
        .set(NOTIFY_WEBHOOK.PREVIOUS_UNTIL, beforeUntil)
        .set(NOTIFY_WEBHOOK.VERSION, NOTIFY_WEBHOOK.VERSION.plus(1))
        .where(NOTIFY_WEBHOOK.ID.eq(id))
        .execute();
  }

  void setFailures(Id id, int inRow, @Nullable Instant since) {
    sql.update(NOTIFY_WEBHOOK)
        .set(NOTIFY_WEBHOOK.FAILURES_IN_ROW, inRow)
        .set(NOTIFY_WEBHOOK.FAILING_SINCE, since)
        .where(NOTIFY_WEBHOOK.ID.eq(id))
        .execute();
  }

  int countPausedByFailures() {
    return sql.fetchCount(
        NOTIFY_WEBHOOK,
        NOTIFY_WEBHOOK
            .STATE
            .eq(WebhookState.PAUSED.code())
            .and(NOTIFY_WEBHOOK.PAUSE_REASON.eq(PauseReason.FAILURES.code())));
  }

  private static Condition isKept(Id organisation) {
    return NOTIFY_WEBHOOK
        .ORGANISATION_ID
        .eq(organisation)
        .and(NOTIFY_WEBHOOK.STATE.ne(WebhookState.REMOVED.code()));
  }

  private static @Nullable String textOf(@Nullable List<String> kinds) {
    return kinds == null ? null : String.join(COMMA, kinds);
  }

  static @Nullable List<String> kindsOf(@Nullable String text) {
    return text == null ? null : Arrays.asList(text.split(COMMA));
  }

  private static Row row(Record row) {
    return new Row(
        row.get(NOTIFY_WEBHOOK.ID),
        row.get(NOTIFY_WEBHOOK.ORGANISATION_ID),
        row.get(NOTIFY_WEBHOOK.NAME),
        row.get(NOTIFY_WEBHOOK.URL),
        kindsOf(row.get(NOTIFY_WEBHOOK.KINDS)),
        WebhookState.ofCode(row.get(NOTIFY_WEBHOOK.STATE)),
        row.get(NOTIFY_WEBHOOK.FAILURES_IN_ROW),
        row.get(NOTIFY_WEBHOOK.FAILING_SINCE),
        row.get(NOTIFY_WEBHOOK.SECRET),
        row.get(NOTIFY_WEBHOOK.PREVIOUS_SECRET),
        row.get(NOTIFY_WEBHOOK.PREVIOUS_UNTIL),
        row.get(NOTIFY_WEBHOOK.VERSION));
  }

  /// @param kinds of notices that it is sent, or null for all
  /// @param failuresInRow failed attempts since the last that did not fail
  record Row(
      Id id,
      Id organisationId,
      String name,
      String url,
      @Nullable List<String> kinds,
      WebhookState state,
      int failuresInRow,
      @Nullable Instant failingSince,
      String secret,
      @Nullable String previousSecret,
      @Nullable Instant previousUntil,
      long version) {

    static Row first(Id organisation, Target target, String secret) {
      return new Row(
          Id.next(),
          organisation,
          target.name(),
          target.url(),
          target.kinds(),
          WebhookState.ACTIVE,
          0,
          null,
          secret,
          null,
          null,
          1);
    }

    boolean wants(String kind) {
      return kinds == null || kinds.contains(kind);
    }

    /// The secrets that sign at that moment.
    List<String> secretsAt(Instant now) {
      return previousSecret != null && previousUntil != null && now.isBefore(previousUntil)
          ? List.of(secret, previousSecret)
          : List.of(secret);
    }

    /// Never shows a secret.
    @Override
    public String toString() {
      return "Webhook[" + id + ", " + state + "]";
    }
  }

  /// What an administrator says of a webhook.
  ///
  /// @param kinds of notices that it is sent, or null for all
  record Target(String name, String url, @Nullable List<String> kinds) {}
}
