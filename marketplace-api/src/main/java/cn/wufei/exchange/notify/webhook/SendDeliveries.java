package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due, every instance as much as it can. A webhook that answers slowly takes up its
/// own few places, and places that become free go round, so that many slow ones hold up others for
/// a turn and not for good.
@Singleton
class SendDeliveries {

  static final String ID_HEADER = "Wufei-Delivery";
  static final String TIME_HEADER = "Wufei-Timestamp";
  static final String SIGNATURE_HEADER = "Wufei-Signature";

  private static final Logger LOG = LoggerFactory.getLogger(SendDeliveries.class);
  private static final Id FIRST = Id.of(1);

  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final WebhookClient client;
  private final ConcludeDelivery conclude;
  private final PauseWebhook pause;
  private final Organisations organisations;
  private final WebhookSettings settings;
  private final WebhookMetrics metrics;
  private final Clock clock;
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Id, Integer> underWay = new ConcurrentHashMap<>();
  private Id servedLast = FIRST;
  private volatile boolean stopping;

  SendDeliveries(
      WebhookStore webhooks,
      DeliveryStore deliveries,
      WebhookClient client,
      ConcludeDelivery conclude,
      PauseWebhook pause,
      Organisations organisations,
      WebhookSettings settings,
      WebhookMetrics metrics,
      Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.client = client;
    this.conclude = conclude;
    this.pause = pause;
    this.organisations = organisations;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Scheduled(
      fixedDelay = "${wufei.webhook.every:500ms}",
      initialDelay = "${wufei.webhook.every:500ms}")
  void run() {
    int free = settings.atOnce() - underWay.values().stream().mapToInt(Integer::intValue).sum();
    if (stopping || free <= 0) {
      return;
    }
    Set<Id> full =
        underWay.entrySet().stream()
            .filter(entry -> entry.getValue() >= settings.atOncePerWebhook())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    for (Id id : deliveries.webhooksWithDue(now, full, servedLast, free)) {
      int places = Math.min(free, settings.atOncePerWebhook() - underWay.getOrDefault(id, 0));
      if (places > 0) {
        free -= start(id, now, places);
        servedLast = id;
      }
    }
  }

  /// Takes up to so many messages of a webhook and begins to send them. A suspended organisation is
  /// sent nothing.
  private int start(Id id, Instant now, int places) {
    WebhookStore.Row webhook = webhooks.find(id);
    if (webhook == null) {
      return 0;
    }
    if (organisations.isShutOut(webhook.organisationId())) {
      pause.suspend(id);
      return 0;
    }
    List<DeliveryStore.Claimed> claimed =
        deliveries.claim(id, now, now.plus(settings.lease()), places);
    for (DeliveryStore.Claimed each : claimed) {
      underWay.merge(id, 1, Integer::sum);
      senders.execute(() -> send(webhook, each));
    }
    return claimed.size();
  }

  private void send(WebhookStore.Row webhook, DeliveryStore.Claimed claimed) {
    try {
      Attempt attempt = client.send(webhook.url(), headersOf(webhook, claimed), claimed.body());
      metrics.count(attempt);
      conclude.handle(claimed, attempt);
    } catch (RuntimeException e) {
      // Its lease runs out, and it is sent again.
      if (!stopping) {
        LOG.warn("What came of message {} to a webhook is not known", claimed.id(), e);
      }
    } finally {
      underWay.computeIfPresent(webhook.id(), (_, count) -> count > 1 ? count - 1 : null);
    }
  }

  private Map<String, String> headersOf(WebhookStore.Row webhook, DeliveryStore.Claimed claimed) {
    Instant now = Instant.now(clock);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(ID_HEADER, claimed.id().toString());
    headers.put(TIME_HEADER, Long.toString(now.getEpochSecond()));
    headers.put(SIGNATURE_HEADER, Signature.of(webhook.secretsAt(now), now, claimed.body()));
    return headers;
  }

  /// What is being sent comes to its end while there is a database to write that to.
  @EventListener
  void stop(ShutdownEvent event) throws InterruptedException {
    stopping = true;
    senders.shutdown();
    if (!senders.awaitTermination(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
      senders.shutdownNow();
    }
  }
}
