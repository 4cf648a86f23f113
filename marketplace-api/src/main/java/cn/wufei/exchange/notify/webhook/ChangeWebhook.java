package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// Changes what a webhook is called, where it leads and what it is sent; or its secret.
@Singleton
class ChangeWebhook {

  private final WebhookUrl urls;
  private final WebhookStore store;
  private final OwnWebhooks own;
  private final WebhookSettings settings;
  private final Clock clock;

  ChangeWebhook(
      WebhookUrl urls, WebhookStore store, OwnWebhooks own, WebhookSettings settings, Clock clock) {
    this.urls = urls;
    this.store = store;
    this.own = own;
    this.settings = settings;
    this.clock = clock;
  }

  /// Messages that wait go to the new address. Checked in this order: whether it is there, the
  /// version, the address.
  Outcome<WebhookView> handle(Caller caller, Id id, Version version, WebhookStore.Target target) {
    return own.lock(caller, id)
        .then(row ->
            row.version() == version.number()
                ? urls.parse(target.url())
                : Outcome.refused(CommonRefusal.VERSION_STALE))
        .then(url -> change(caller, id, target, url));
  }

  private Outcome<WebhookView> change(Caller caller, Id id, WebhookStore.Target target, URI url) {
    store.describe(id, target.name(), target.url(), target.kinds());
    return own.recorded(caller, "webhook-changed", id, Map.of("host", url.getHost()));
  }

  /// Gives it a new secret. For a day both sign, so that the receiver can change over; a secret
  /// before those two stops at once.
  Outcome<WebhookView.WithSecret> renewSecret(Caller caller, Id id) {
    return own.lock(caller, id)
        .then(row -> {
          String secret = Signature.newSecret();
          Instant until = Instant.now(clock).plus(settings.overlap());
          store.setSecret(id, secret, row.secret(), until);
          return own.recorded(caller, "webhook-secret-renewed", id, Map.of())
              .map(view -> new WebhookView.WithSecret(view, secret));
        });
  }
}
