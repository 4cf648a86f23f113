package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// Registers a webhook. What is told from then on is sent to it.
@Singleton
class CreateWebhook {

  static final int KEPT_MAX = 10;

  private final WebhookUrl urls;
  private final WebhookStore store;
  private final OwnWebhooks own;
  private final Organisations organisations;
  private final Clock clock;

  CreateWebhook(
      WebhookUrl urls,
      WebhookStore store,
      OwnWebhooks own,
      Organisations organisations,
      Clock clock) {
    this.urls = urls;
    this.store = store;
    this.own = own;
    this.organisations = organisations;
    this.clock = clock;
  }

  /// Checked in this order: the address, how many webhooks there are.
  Outcome<WebhookView.WithSecret> handle(Caller caller, WebhookStore.Target target) {
    return urls.parse(target.url()).then(url -> insert(caller, target, url));
  }

  private Outcome<WebhookView.WithSecret> insert(
      Caller caller, WebhookStore.Target target, URI url) {
    Id organisation = caller.organisationId();
    organisations.queue(organisation);
    if (store.countKept(organisation) >= KEPT_MAX) {
      return Outcome.refused(WebhookRefusal.TOO_MANY_WEBHOOKS);
    }
    String secret = Signature.newSecret();
    WebhookStore.Row row = WebhookStore.Row.first(organisation, target, secret);
    store.insert(row, caller.memberId(), Instant.now(clock));
    return own.recorded(caller, "webhook-created", row.id(), Map.of("host", url.getHost()))
        .map(view -> new WebhookView.WithSecret(view, secret));
  }
}
