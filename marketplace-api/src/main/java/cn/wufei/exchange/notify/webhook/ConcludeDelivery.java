package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes down what came of sending a message, and pauses a webhook that takes nothing any more. Of
/// the rows, the webhook is locked before its messages, and before the organisation's notices.
@Singleton
class ConcludeDelivery {

  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final Notices notices;
  private final WebhookSettings settings;
  private final Clock clock;

  ConcludeDelivery(
      WebhookStore webhooks,
      DeliveryStore deliveries,
      Notices notices,
      WebhookSettings settings,
      Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.notices = notices;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  void handle(DeliveryStore.Claimed claimed, Attempt attempt) {
    WebhookStore.Row webhook = webhooks.lock(claimed.webhookId());
    if (webhook == null) {
      return;
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    Duration pause =
        claimed.isTest() ? null : RetryPauses.after(claimed.retries(), claimed.id().value());
    DeliveryStatus status = statusAfter(attempt, pause, webhook.state());
    Instant dueAt = status == DeliveryStatus.WAITING && pause != null ? now.plus(pause) : null;
    if (deliveries.conclude(claimed, attempt, status, dueAt)
        && !claimed.isTest()
        && webhook.state() == WebhookState.ACTIVE) {
      count(webhook, attempt, now);
    }
  }

  private static DeliveryStatus statusAfter(
      Attempt attempt, @Nullable Duration pause, WebhookState state) {
    if (attempt.isTaken()) {
      return DeliveryStatus.SENT;
    }
    if (state == WebhookState.REMOVED) {
      return DeliveryStatus.DROPPED;
    }
    if (pause == null) {
      return DeliveryStatus.FAILED;
    }
    return state == WebhookState.PAUSED ? DeliveryStatus.HELD : DeliveryStatus.WAITING;
  }

  private void count(WebhookStore.Row webhook, Attempt attempt, Instant now) {
    if (attempt.isTaken()) {
      if (webhook.failuresInRow() > 0) {
        webhooks.setFailures(webhook.id(), 0, null);
      }
      return;
    }
    int inRow = webhook.failuresInRow() + 1;
    Instant since = webhook.failingSince() == null ? now : webhook.failingSince();
    if (inRow >= settings.failuresMax() && !now.isBefore(since.plus(settings.failingFor()))) {
      pause(webhook, inRow);
    } else {
      webhooks.setFailures(webhook.id(), inRow, since);
    }
  }

  private void pause(WebhookStore.Row webhook, int failures) {
    webhooks.setState(webhook.id(), WebhookState.PAUSED, PauseReason.FAILURES);
    deliveries.hold(webhook.id());
    notices.send(
        List.of(
            new NewNotice(
                webhook.organisationId(),
                "webhook-paused",
                webhook.id() + "-" + webhook.version(),
                Map.of("webhook", webhook.id()),
                Map.of("name", webhook.name(), "failures", failures))));
  }
}
