package cn.wufei.exchange.notify.webhook;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/// Deletes messages that are too old to be sent or looked at, and has those follow their webhook
/// that stand otherwise than it does. Both do no harm when two do them.
@Singleton
class ForgetOldDeliveries {

  private static final int DELIVERIES_MAX = 1_000;

  private final DeliveryStore store;
  private final WebhookSettings settings;
  private final Clock clock;

  ForgetOldDeliveries(DeliveryStore store, WebhookSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "1m", initialDelay = "1m")
  void run() {
    Instant now = Instant.now(clock);
    store.follow(now);
    store.deleteCreatedBefore(now.minus(settings.keep()), DELIVERIES_MAX);
  }
}
