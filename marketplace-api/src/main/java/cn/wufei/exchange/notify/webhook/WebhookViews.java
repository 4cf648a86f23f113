package cn.wufei.exchange.notify.webhook;

import static cn.wufei.exchange.db.Tables.NOTIFY_WEBHOOK;
import static cn.wufei.exchange.db.Tables.NOTIFY_WEBHOOK_ATTEMPT;
import static cn.wufei.exchange.db.Tables.NOTIFY_WEBHOOK_DELIVERY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;

import cn.wufei.exchange.db.tables.records.NotifyWebhookDeliveryRecord;
import cn.wufei.exchange.db.tables.records.NotifyWebhookRecord;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Reads webhooks and their messages for the firm that they belong to.
@Singleton
@Connectable
class WebhookViews {

  private static final int HISTORY_MAX = 100;

  private final DSLContext sql;
  private final Organisations organisations;
  private final Clock clock;

  WebhookViews(DSLContext sql, Organisations organisations, Clock clock) {
    this.sql = sql;
    this.organisations = organisations;
    this.clock = clock;
  }

  /// The newest first.
  Page<WebhookView> page(Caller caller, @Nullable Id before, int limit) {
    List<NotifyWebhookRecord> rows =
        sql.selectFrom(NOTIFY_WEBHOOK)
            .where(isOwn(caller))
            .and(before == null ? noCondition() : NOTIFY_WEBHOOK.ID.lt(before))
            .orderBy(NOTIFY_WEBHOOK.ID.desc())
            .limit(limit + 1)
            .fetch();
    Map<Id, String> names =
        organisations.memberNames(
            rows.stream().map(NotifyWebhookRecord::getCreatorId).distinct().toList());
    Instant now = Instant.now(clock);
    return Page.ofSurplus(
        rows.stream().map(row -> viewOf(row, names, now)).toList(),
        limit,
        row -> row.id().toString());
  }

  @Nullable WebhookView find(Caller caller, Id id) {
    NotifyWebhookRecord row =
        sql.selectFrom(NOTIFY_WEBHOOK)
            .where(isOwn(caller))
            .and(NOTIFY_WEBHOOK.ID.eq(id))
            .fetchOne();
    return row == null
        ? null
        : viewOf(row, organisations.memberNames(List.of(row.getCreatorId())), Instant.now(clock));
  }

  /// The messages of a webhook, the newest first.
  Page<DeliveryView> pageOfDeliveries(Id webhook, Filter filter, @Nullable Id before, int limit) {
    return Page.ofSurplus(
        sql.selectFrom(NOTIFY_WEBHOOK_DELIVERY)
            .where(NOTIFY_WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhook))
            .and(filter.condition())
            .and(before == null ? noCondition() : NOTIFY_WEBHOOK_DELIVERY.ID.lt(before))
            .orderBy(NOTIFY_WEBHOOK_DELIVERY.ID.desc())
            .limit(limit + 1)
            .fetch(WebhookViews::viewOf),
        limit,
        row -> row.id().toString());
  }

  DeliveryView.@Nullable Detail findDelivery(Id webhook, Id delivery) {
    NotifyWebhookDeliveryRecord row =
        sql.selectFrom(NOTIFY_WEBHOOK_DELIVERY)
            .where(NOTIFY_WEBHOOK_DELIVERY.ID.eq(delivery))
            .and(NOTIFY_WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhook))
            .fetchOne();
    return row == null
        ? null
        : new DeliveryView.Detail(viewOf(row), row.getBody(), historyOf(delivery));
  }

  private List<DeliveryView.Try> historyOf(Id delivery) {
    return sql.selectFrom(NOTIFY_WEBHOOK_ATTEMPT)
        .where(NOTIFY_WEBHOOK_ATTEMPT.DELIVERY_ID.eq(delivery))
        .orderBy(NOTIFY_WEBHOOK_ATTEMPT.NUMBER.desc())
        .limit(HISTORY_MAX)
        .fetch(row ->
            new DeliveryView.Try(
                row.getNumber(),
                row.getStartedAt(),
                row.getTookMs(),
                row.getAnswerStatus(),
                row.getFailure(),
                row.getAnswer()));
  }

  private WebhookView viewOf(NotifyWebhookRecord row, Map<Id, String> names, Instant now) {
    Map<String, Integer> counts =
        sql.select(NOTIFY_WEBHOOK_DELIVERY.STATUS, count())
            .from(NOTIFY_WEBHOOK_DELIVERY)
            .where(NOTIFY_WEBHOOK_DELIVERY.WEBHOOK_ID.eq(row.getId()))
            .and(
                NOTIFY_WEBHOOK_DELIVERY.STATUS.in(
                    DeliveryStatus.WAITING.code(),
                    DeliveryStatus.HELD.code(),
                    DeliveryStatus.FAILED.code()))
            .groupBy(NOTIFY_WEBHOOK_DELIVERY.STATUS)
            .fetchMap(NOTIFY_WEBHOOK_DELIVERY.STATUS, count());
    Instant overlapEnds = row.getPreviousUntil();
    return new WebhookView(
        row.getId(),
        row.getName(),
        row.getUrl(),
        WebhookStore.kindsOf(row.getKinds()),
        row.getState(),
        row.getPauseReason(),
        row.getFailuresInRow(),
        row.getFailingSince(),
        overlapEnds != null && now.isBefore(overlapEnds) ? overlapEnds : null,
        counts.getOrDefault(DeliveryStatus.WAITING.code(), 0)
            + counts.getOrDefault(DeliveryStatus.HELD.code(), 0),
        counts.getOrDefault(DeliveryStatus.FAILED.code(), 0),
        names.getOrDefault(row.getCreatorId(), ""),
        row.getCreatedAt(),
        row.getVersion());
  }

  private static DeliveryView viewOf(NotifyWebhookDeliveryRecord row) {
    return new DeliveryView(
        row.getId(),
        row.getKind(),
        row.getNumber(),
        row.getCreatedAt(),
        row.getStatus(),
        row.getAttempts(),
        row.getDueAt(),
        row.getLastAttemptAt(),
        row.getAnswerStatus(),
        row.getFailure());
  }

  private static Condition isOwn(Caller caller) {
    return NOTIFY_WEBHOOK
        .ORGANISATION_ID
        .eq(caller.organisationId())
        .and(NOTIFY_WEBHOOK.STATE.ne(WebhookState.REMOVED.code()));
  }

  /// Which messages are listed; null is no limit.
  record Filter(@Nullable String status, @Nullable String kind) {

    Condition condition() {
      return (status == null ? noCondition() : NOTIFY_WEBHOOK_DELIVERY.STATUS.eq(status))
          .and(kind == null ? noCondition() : NOTIFY_WEBHOOK_DELIVERY.KIND.eq(kind));
    }
  }
}
