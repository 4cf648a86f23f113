package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.notify.NoticeOutlet;
import cn.wufei.exchange.notify.ToldNotice;
import jakarta.inject.Singleton;

/// Writes each notice down for the webhooks that want it. Webhooks are read and not locked: what is
/// told must not wait for whoever counts their failures.
@Singleton
class WebhookOutlet implements NoticeOutlet {

  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final Payload payload;

  WebhookOutlet(WebhookStore webhooks, DeliveryStore deliveries, Payload payload) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.payload = payload;
  }

  @Override
  public void take(ToldNotice notice) {
    webhooks.ofOrganisation(notice.organisationId()).stream()
        .filter(webhook -> webhook.wants(notice.kind()))
        .forEach(webhook -> write(webhook, notice));
  }

  private void write(WebhookStore.Row webhook, ToldNotice notice) {
    Id id = Id.next();
    String body =
        payload.of(
            id,
            notice.organisationId(),
            new Payload.Told(
                notice.kind(),
                notice.number(),
                notice.sentAt(),
                notice.subjects(),
                notice.facts()));
    DeliveryStatus status =
        webhook.state() == WebhookState.PAUSED ? DeliveryStatus.HELD : DeliveryStatus.WAITING;
    deliveries.insert(
        id,
        webhook.id(),
        notice.kind(),
        notice.number(),
        body,
        new DeliveryStore.State(status, notice.sentAt()));
  }
}
