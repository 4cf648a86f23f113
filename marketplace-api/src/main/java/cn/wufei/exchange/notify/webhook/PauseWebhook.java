package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// Has a webhook wait, go on, or end. While it waits its messages are held, and none is lost.
@Singleton
class PauseWebhook {

  private final WebhookStore store;
  private final DeliveryStore deliveries;
  private final OwnWebhooks own;
  private final Clock clock;

  PauseWebhook(WebhookStore store, DeliveryStore deliveries, OwnWebhooks own, Clock clock) {
    this.store = store;
    this.deliveries = deliveries;
    this.own = own;
    this.clock = clock;
  }

  Outcome<WebhookView> pause(Caller caller, Id id) {
    return own.lock(caller, id)
        .then(row -> {
          if (row.state() != WebhookState.ACTIVE) {
            return Outcome.refused(WebhookRefusal.WEBHOOK_NOT_ACTIVE);
          }
          hold(id, PauseReason.ASKED);
          return own.recorded(caller, "webhook-paused", id, Map.of());
        });
  }

  /// What was held is sent at once.
  Outcome<WebhookView> resume(Caller caller, Id id) {
    return own.lock(caller, id)
        .then(row -> {
          if (row.state() != WebhookState.PAUSED) {
            return Outcome.refused(WebhookRefusal.WEBHOOK_NOT_PAUSED);
          }
          store.setState(id, WebhookState.ACTIVE, null);
          deliveries.release(id, Instant.now(clock));
          return own.recorded(caller, "webhook-resumed", id, Map.of());
        });
  }

  /// Ends it for good; what it was not sent yet is dropped.
  Outcome<Removed> remove(Caller caller, Id id) {
    return own.lock(caller, id)
        .then(row -> {
          store.setState(id, WebhookState.REMOVED, null);
          deliveries.drop(id);
          own.recorded(caller, "webhook-removed", id, Map.of());
          return Outcome.done(new Removed(id));
        });
  }

  /// Its organisation was suspended, and is sent nothing while it is.
  @Transactional
  void suspend(Id id) {
    WebhookStore.Row row = store.lock(id);
    if (row != null && row.state() == WebhookState.ACTIVE) {
      hold(id, PauseReason.SUSPENDED);
    }
  }

  private void hold(Id id, PauseReason reason) {
    store.setState(id, WebhookState.PAUSED, reason);
    deliveries.hold(id);
  }

  @Serdeable
  @Schema(name = "RemovedWebhook")
  record Removed(Id id) {}
}
