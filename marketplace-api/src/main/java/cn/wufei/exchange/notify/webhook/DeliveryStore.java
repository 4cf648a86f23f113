package cn.wufei.exchange.notify.webhook;

import static cn.wufei.exchange.db.Tables.NOTIFY_WEBHOOK;
import static cn.wufei.exchange.db.Tables.NOTIFY_WEBHOOK_ATTEMPT;
import static cn.wufei.exchange.db.Tables.NOTIFY_WEBHOOK_DELIVERY;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Messages to webhooks as rows, and whose turn it is to send them.
@Singleton
@Connectable
class DeliveryStore {

  /// Of a message that tells nothing and only tries the way. It is sent once, also while its
  /// webhook is paused.
  static final String TEST = "test";

  private final DSLContext sql;

  DeliveryStore(DSLContext sql) {
    this.sql = sql;
  }

  /// @param number of the notice, or null for a test
  void insert(Id id, Id webhook, String kind, @Nullable Long number, String body, State state) {
    sql.insertInto(NOTIFY_WEBHOOK_DELIVERY)
        .set(NOTIFY_WEBHOOK_DELIVERY.ID, id)
        .set(NOTIFY_WEBHOOK_DELIVERY.WEBHOOK_ID, webhook)
        .set(NOTIFY_WEBHOOK_DELIVERY.KIND, kind)
        .set(NOTIFY_WEBHOOK_DELIVERY.NUMBER, number)
        .set(NOTIFY_WEBHOOK_DELIVERY.BODY, body)
        .set(NOTIFY_WEBHOOK_DELIVERY.CREATED_AT, state.now())
        .set(NOTIFY_WEBHOOK_DELIVERY.STATUS, state.status().code())
        .set(NOTIFY_WEBHOOK_DELIVERY.ATTEMPTS, 0)
        .set(NOTIFY_WEBHOOK_DELIVERY.RETRIES, 0)
        .set(
            NOTIFY_WEBHOOK_DELIVERY.DUE_AT,
            state.status() == DeliveryStatus.WAITING ? state.now() : null)
        .execute();
  }

  /// Webhooks for which something is due and may be sent, apart from those: by id, beginning after
  /// one and going round.
  List<Id> webhooksWithDue(Instant now, Collection<Id> apart, Id after, int limit) {
    boolean isAnyDue = sql.fetchExists(NOTIFY_WEBHOOK_DELIVERY, isDue(now));
    return isAnyDue
        ? sql.select(NOTIFY_WEBHOOK.ID)
            .from(NOTIFY_WEBHOOK)
            .where(
                exists(
                    selectOne()
                        .from(NOTIFY_WEBHOOK_DELIVERY)
                        .where(NOTIFY_WEBHOOK_DELIVERY.WEBHOOK_ID.eq(NOTIFY_WEBHOOK.ID))
                        .and(isDue(now))
                        .and(maySend())))
            .and(apart.isEmpty() ? noCondition() : NOTIFY_WEBHOOK.ID.notIn(apart))
            .orderBy(when(NOTIFY_WEBHOOK.ID.gt(after), 0).otherwise(1), NOTIFY_WEBHOOK.ID)
            .limit(limit)
            .fetch(NOTIFY_WEBHOOK.ID)
        : List.of();
  }

  /// Takes messages of a webhook that are due, the longest first, and puts their next turn off
  /// until then: when it is not said by that time what came of them, they are sent again. What
  /// others are taking is left to them.
  @Transactional
  List<Claimed> claim(Id webhook, Instant now, Instant until, int limit) {
    List<Claimed> due =
        sql.select(
                NOTIFY_WEBHOOK_DELIVERY.ID,
                NOTIFY_WEBHOOK_DELIVERY.KIND,
                NOTIFY_WEBHOOK_DELIVERY.BODY,
                NOTIFY_WEBHOOK_DELIVERY.ATTEMPTS,
                NOTIFY_WEBHOOK_DELIVERY.RETRIES)
            .from(NOTIFY_WEBHOOK_DELIVERY)
            .where(NOTIFY_WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhook))
            .and(NOTIFY_WEBHOOK_DELIVERY.STATUS.eq(DeliveryStatus.WAITING.code()))
            .and(isDue(now))
            .and(
                NOTIFY_WEBHOOK_DELIVERY
                    .KIND
                    .eq(TEST)
                    .or(
                        exists(
                            selectOne()
                                .from(NOTIFY_WEBHOOK)
                                .where(NOTIFY_WEBHOOK.ID.eq(webhook))
                                .and(NOTIFY_WEBHOOK.STATE.eq(WebhookState.ACTIVE.code())))))
            .orderBy(NOTIFY_WEBHOOK_DELIVERY.DUE_AT, NOTIFY_WEBHOOK_DELIVERY.ID)
            .limit(limit)
            .forUpdate()
            .skipLocked()
            .fetch(row ->
                new Claimed(
                    row.value1(),
                    webhook,
                    row.value2(),
                    row.value3(),
                    row.value4() + 1,
                    row.value5(),
                    Id.next().value()));
    for (Claimed claimed : due) {
      sql.update(NOTIFY_WEBHOOK_DELIVERY)
          .set(NOTIFY_WEBHOOK_DELIVERY.DUE_AT, until)
          .set(NOTIFY_WEBHOOK_DELIVERY.CLAIM, claimed.claim())
          .set(NOTIFY_WEBHOOK_DELIVERY.ATTEMPTS, claimed.attempt())
          .where(NOTIFY_WEBHOOK_DELIVERY.ID.eq(claimed.id()))
          .execute();
    }
    return due;
  }

  /// Says what came of an attempt, unless somebody else has taken the message meanwhile.
  ///
  /// @param dueAt null unless it waits again
  boolean conclude(
      Claimed claimed, Attempt attempt, DeliveryStatus status, @Nullable Instant dueAt) {
    int changed =
        sql.update(NOTIFY_WEBHOOK_DELIVERY)
            .set(NOTIFY_WEBHOOK_DELIVERY.STATUS, status.code())
            .set(NOTIFY_WEBHOOK_DELIVERY.DUE_AT, dueAt)
            .setNull(NOTIFY_WEBHOOK_DELIVERY.CLAIM)
            .set(NOTIFY_WEBHOOK_DELIVERY.RETRIES, claimed.retries() + 1)
            .set(NOTIFY_WEBHOOK_DELIVERY.LAST_ATTEMPT_AT, attempt.startedAt())
            .set(NOTIFY_WEBHOOK_DELIVERY.ANSWER_STATUS, attempt.answerStatus())
            .set(NOTIFY_WEBHOOK_DELIVERY.FAILURE, codeOf(attempt))
            .where(NOTIFY_WEBHOOK_DELIVERY.ID.eq(claimed.id()))
            .and(NOTIFY_WEBHOOK_DELIVERY.CLAIM.eq(claimed.claim()))
            .execute();
    if (changed == 0) {
      return false;
    }
    sql.insertInto(NOTIFY_WEBHOOK_ATTEMPT)
        .set(NOTIFY_WEBHOOK_ATTEMPT.DELIVERY_ID, claimed.id())
        .set(NOTIFY_WEBHOOK_ATTEMPT.NUMBER, claimed.attempt())
        .set(NOTIFY_WEBHOOK_ATTEMPT.STARTED_AT, attempt.startedAt())
        .set(NOTIFY_WEBHOOK_ATTEMPT.TOOK_MS, attempt.tookMs())
        .set(NOTIFY_WEBHOOK_ATTEMPT.ANSWER_STATUS, attempt.answerStatus())
        .set(NOTIFY_WEBHOOK_ATTEMPT.FAILURE, codeOf(attempt))
        .set(NOTIFY_WEBHOOK_ATTEMPT.ANSWER, attempt.answer())
        .execute();
    return true;
  }

  /// Holds what waits until the webhook goes on; what is being sent now may still arrive.
  void hold(Id webhook) {
    move(
        NOTIFY_WEBHOOK_DELIVERY
            .WEBHOOK_ID
            .eq(webhook)
            .and(NOTIFY_WEBHOOK_DELIVERY.STATUS.eq(DeliveryStatus.WAITING.code()))
            .and(NOTIFY_WEBHOOK_DELIVERY.KIND.ne(TEST)),
        DeliveryStatus.HELD,
        null);
  }

  void release(Id webhook, Instant now) {
    move(
        NOTIFY_WEBHOOK_DELIVERY
            .WEBHOOK_ID
            .eq(webhook)
            .and(NOTIFY_WEBHOOK_DELIVERY.STATUS.eq(DeliveryStatus.HELD.code())),
        DeliveryStatus.WAITING,
        now);
  }

  /// Has messages follow their webhook whose writers had read of its state just before that
  /// changed: what it is sent goes on, waits or is dropped with it.
  @Transactional
  void follow(Instant now) {
    move(
        isIn(DeliveryStatus.HELD).and(isOfWebhooks(WebhookState.ACTIVE)),
        DeliveryStatus.WAITING,
        now);
    move(
        isIn(DeliveryStatus.WAITING)
            .and(NOTIFY_WEBHOOK_DELIVERY.KIND.ne(TEST))
            .and(isOfWebhooks(WebhookState.PAUSED)),
        DeliveryStatus.HELD,
        null);
    move(
        isIn(DeliveryStatus.WAITING, DeliveryStatus.HELD).and(isOfWebhooks(WebhookState.REMOVED)),
        DeliveryStatus.DROPPED,
        null);
  }

  void drop(Id webhook) {
    move(
        NOTIFY_WEBHOOK_DELIVERY
            .WEBHOOK_ID
            .eq(webhook)
            .and(
                NOTIFY_WEBHOOK_DELIVERY.STATUS.in(
                    DeliveryStatus.WAITING.code(), DeliveryStatus.HELD.code())),
        DeliveryStatus.DROPPED,
        null);
  }

  /// Sends messages again from the beginning: with their ids, and with all attempts before them.
  void replay(Collection<Id> deliveries, Instant now) {
    sql.update(NOTIFY_WEBHOOK_DELIVERY)
        .set(NOTIFY_WEBHOOK_DELIVERY.STATUS, DeliveryStatus.WAITING.code())
        .set(NOTIFY_WEBHOOK_DELIVERY.DUE_AT, now)
        .set(NOTIFY_WEBHOOK_DELIVERY.RETRIES, 0)
        .where(NOTIFY_WEBHOOK_DELIVERY.ID.in(deliveries))
        .execute();
  }

  /// The oldest that failed for good, at most so many, held until the transaction ends.
  List<Id> lockFailed(Id webhook, int limit) {
    return sql.select(NOTIFY_WEBHOOK_DELIVERY.ID)
        .from(NOTIFY_WEBHOOK_DELIVERY)
        .where(NOTIFY_WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhook))
        .and(NOTIFY_WEBHOOK_DELIVERY.STATUS.eq(DeliveryStatus.FAILED.code()))
        .and(NOTIFY_WEBHOOK_DELIVERY.KIND.ne(TEST))
        .orderBy(NOTIFY_WEBHOOK_DELIVERY.ID)
        .limit(limit)
        .forUpdate()
        .fetch(NOTIFY_WEBHOOK_DELIVERY.ID);
  }

  /// The status of a message of that webhook, held until the transaction ends.
  @Nullable String lockStatus(Id webhook, Id delivery) {
    return sql.select(NOTIFY_WEBHOOK_DELIVERY.STATUS)
        .from(NOTIFY_WEBHOOK_DELIVERY)
        .where(NOTIFY_WEBHOOK_DELIVERY.ID.eq(delivery))
        .and(NOTIFY_WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhook))
        .forUpdate()
        .fetchOne(NOTIFY_WEBHOOK_DELIVERY.STATUS);
  }

  boolean isTestWaiting(Id webhook) {
    return sql.fetchExists(
        NOTIFY_WEBHOOK_DELIVERY,
        NOTIFY_WEBHOOK_DELIVERY
            .WEBHOOK_ID
            .eq(webhook)
            .and(NOTIFY_WEBHOOK_DELIVERY.STATUS.eq(DeliveryStatus.WAITING.code()))
            .and(NOTIFY_WEBHOOK_DELIVERY.KIND.eq(TEST)));
  }

  int count(DeliveryStatus status) {
    return sql.fetchCount(
        NOTIFY_WEBHOOK_DELIVERY, NOTIFY_WEBHOOK_DELIVERY.STATUS.eq(status.code()));
  }

  /// Deletes the oldest messages written before, at most so many, with their history.
  @Transactional
  int deleteCreatedBefore(Instant before, int limit) {
    List<Id> old =
        sql.select(NOTIFY_WEBHOOK_DELIVERY.ID)
            .from(NOTIFY_WEBHOOK_DELIVERY)
            .where(NOTIFY_WEBHOOK_DELIVERY.CREATED_AT.lt(before))
            .orderBy(NOTIFY_WEBHOOK_DELIVERY.CREATED_AT)
            .limit(limit)
            .fetch(NOTIFY_WEBHOOK_DELIVERY.ID);
    if (!old.isEmpty()) {
      sql.deleteFrom(NOTIFY_WEBHOOK_ATTEMPT)
          .where(NOTIFY_WEBHOOK_ATTEMPT.DELIVERY_ID.in(old))
          .execute();
      sql.deleteFrom(NOTIFY_WEBHOOK_DELIVERY).where(NOTIFY_WEBHOOK_DELIVERY.ID.in(old)).execute();
    }
    return old.size();
  }

  private void move(Condition which, DeliveryStatus to, @Nullable Instant dueAt) {
    sql.update(NOTIFY_WEBHOOK_DELIVERY)
        .set(NOTIFY_WEBHOOK_DELIVERY.STATUS, to.code())
        .set(NOTIFY_WEBHOOK_DELIVERY.DUE_AT, dueAt)
        .where(which)
        .execute();
  }

  private static Condition isIn(DeliveryStatus... statuses) {
    return NOTIFY_WEBHOOK_DELIVERY.STATUS.in(
        Arrays.stream(statuses).map(DeliveryStatus::code).toList());
  }

  private static Condition isOfWebhooks(WebhookState state) {
    return NOTIFY_WEBHOOK_DELIVERY.WEBHOOK_ID.in(
        select(NOTIFY_WEBHOOK.ID)
            .from(NOTIFY_WEBHOOK)
            .where(NOTIFY_WEBHOOK.STATE.eq(state.code())));
  }

  private static Condition isDue(Instant now) {
    return NOTIFY_WEBHOOK_DELIVERY
        .STATUS
        .eq(DeliveryStatus.WAITING.code())
        .and(NOTIFY_WEBHOOK_DELIVERY.DUE_AT.le(now));
  }

  private static Condition maySend() {
    return NOTIFY_WEBHOOK
        .STATE
        .eq(WebhookState.ACTIVE.code())
        .or(NOTIFY_WEBHOOK_DELIVERY.KIND.eq(TEST));
  }

  private static @Nullable String codeOf(Attempt attempt) {
    Failure failure = attempt.failure();
    return failure == null ? null : failure.code();
  }

  /// How a message begins.
  record State(DeliveryStatus status, Instant now) {}

  /// A message that this instance sends now.
  ///
  /// @param attempt how often it has been taken up, this time included
  /// @param retries how many attempts have failed since it was written or sent anew
  record Claimed(
      Id id, Id webhookId, String kind, String body, int attempt, int retries, long claim) {

    boolean isTest() {
      return kind.equals(TEST);
    }
  }
}
