package cn.wufei.exchange.notify.webhook;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// The webhooks of the caller's organisation, and the record of what is done to them.
@Singleton
class OwnWebhooks {

  private final WebhookStore store;
  private final WebhookViews views;
  private final AuditLog audit;

  OwnWebhooks(WebhookStore store, WebhookViews views, AuditLog audit) {
    this.store = store;
    this.views = views;
    this.audit = audit;
  }

  /// The webhook, held until the transaction ends; one that was removed is not there.
  Outcome<WebhookStore.Row> lock(Caller caller, Id id) {
    WebhookStore.Row row = store.lock(id);
    return row == null
            || !row.organisationId().equals(caller.organisationId())
            || row.state() == WebhookState.REMOVED
        ? Outcome.refused(CommonRefusal.NOT_FOUND)
        : Outcome.done(row);
  }

  /// Records an act on it and reads how it stands now.
  Outcome<WebhookView> recorded(Caller caller, String action, Id id, Map<String, ?> facts) {
    audit.record(caller, action, "webhook", id, facts);
    return Outcome.found(views.find(caller, id));
  }
}
