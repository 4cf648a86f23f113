package cn.wufei.exchange.notify.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Counts of messages to webhooks. The stores are asked for late: the connection pool is measured
/// too, so its maker needs the meters first.
@Singleton
class WebhookMetrics implements MeterBinder {

  private static final String ATTEMPTS = "wufei.webhook.attempts";

  private final Provider<DeliveryStore> deliveries;
  private final Provider<WebhookStore> webhooks;
  private @Nullable Counter taken;
  private @Nullable Counter failed;

  WebhookMetrics(Provider<DeliveryStore> deliveries, Provider<WebhookStore> webhooks) {
    this.deliveries = deliveries;
    this.webhooks = webhooks;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, DeliveryStatus.WAITING, "Messages to webhooks that wait to be sent");
    gauge(registry, DeliveryStatus.HELD, "Messages whose webhooks are paused");
    gauge(registry, DeliveryStatus.FAILED, "Messages that no attempt has delivered");
    Gauge.builder("wufei.webhook.paused", webhooks, kept -> kept.get().countPausedByFailures())
        .description("Webhooks that were paused because they took nothing")
        .register(registry);
    taken = counter(registry, "taken");
    failed = counter(registry, "failed");
  }

  void count(Attempt attempt) {
    Counter counter = attempt.isTaken() ? taken : failed;
    if (counter != null) {
      counter.increment();
    }
  }

  private void gauge(MeterRegistry registry, DeliveryStatus status, String description) {
    Gauge.builder("wufei.webhook.deliveries", deliveries, kept -> kept.get().count(status))
        .tag("status", status.code())
        .description(description)
        .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String result) {
    return Counter.builder(ATTEMPTS)
        .tag("result", result)
        .description("Attempts to send a message to a webhook")
        .register(registry);
  }
}
