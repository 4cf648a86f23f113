package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Has messages sent again, or a first one that tells nothing.
@Singleton
class ReplayDeliveries {

  static final int AT_ONCE_MAX = 1_000;

  private final DeliveryStore store;
  private final WebhookViews views;
  private final OwnWebhooks own;
  private final Payload payload;
  private final Clock clock;

  ReplayDeliveries(
      DeliveryStore store, WebhookViews views, OwnWebhooks own, Payload payload, Clock clock) {
    this.store = store;
    this.views = views;
    this.own = own;
    this.payload = payload;
    this.clock = clock;
  }

  /// One that was sent or failed. Checked in this order: whether both are there, whether the
  /// webhook is active, whether the message waits already.
  Outcome<DeliveryView> one(Caller caller, Id webhook, Id delivery) {
    return own.lock(caller, webhook)
        .then(row -> {
          String status = store.lockStatus(webhook, delivery);
          if (status == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
          }
          if (row.state() != WebhookState.ACTIVE) {
            return Outcome.refused(WebhookRefusal.WEBHOOK_NOT_ACTIVE);
          }
          if (status.equals(DeliveryStatus.WAITING.code())) {
            return Outcome.refused(WebhookRefusal.DELIVERY_UNDER_WAY);
          }
          store.replay(List.of(delivery), now());
          own.recorded(
              caller, "webhook-replayed", webhook, Map.of("delivery", delivery.toString()));
          return Outcome.done(found(webhook, delivery));
        });
  }

  /// All that failed for good, the oldest first, at most [#AT_ONCE_MAX] at a time.
  Outcome<Replayed> failed(Caller caller, Id webhook) {
    return own.lock(caller, webhook)
        .then(row -> {
          if (row.state() != WebhookState.ACTIVE) {
            return Outcome.refused(WebhookRefusal.WEBHOOK_NOT_ACTIVE);
          }
          List<Id> failed = store.lockFailed(webhook, AT_ONCE_MAX);
          if (!failed.isEmpty()) {
            store.replay(failed, now());
          }
          own.recorded(caller, "webhook-replayed", webhook, Map.of("deliveries", failed.size()));
          return Outcome.done(new Replayed(failed.size()));
        });
  }

  /// A test call. It is sent once, also while the webhook is paused, and counts for nothing.
  Outcome<DeliveryView> test(Caller caller, Id webhook) {
    return own.lock(caller, webhook)
        .then(row -> {
          if (store.isTestWaiting(webhook)) {
            return Outcome.refused(WebhookRefusal.TEST_UNDER_WAY);
          }
          Instant now = now();
          Id id = Id.next();
          String body =
              payload.of(
                  id,
                  row.organisationId(),
                  new Payload.Told(DeliveryStore.TEST, null, now, Map.of(), Map.of()));
          store.insert(
              id,
              webhook,
              DeliveryStore.TEST,
              null,
              body,
              new DeliveryStore.State(DeliveryStatus.WAITING, now));
          return Outcome.done(found(webhook, id));
        });
  }

  private DeliveryView found(Id webhook, Id delivery) {
    return Objects.requireNonNull(views.findDelivery(webhook, delivery)).delivery();
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  /// @param count how many are sent again; there may be more when it is [#AT_ONCE_MAX]
  @Serdeable
  @Schema(name = "ReplayedDeliveries")
  record Replayed(int count) {}
}
