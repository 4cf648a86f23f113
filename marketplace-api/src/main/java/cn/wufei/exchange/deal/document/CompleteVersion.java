package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.Caller;
import jakarta.inject.Singleton;
import java.util.Map;

/// What happens when both sides have signed a version, however they did: it is in force, and of an
/// amendment the agreement itself takes the terms.
@Singleton
class CompleteVersion {

  private final DocumentStore store;
  private final ComposeContent contents;
  private final Agreements agreements;
  private final DocumentNotices notices;
  private final AuditLog audit;

  CompleteVersion(
      DocumentStore store,
      ComposeContent contents,
      Agreements agreements,
      DocumentNotices notices,
      AuditLog audit) {
    this.store = store;
    this.contents = contents;
    this.agreements = agreements;
    this.notices = notices;
    this.audit = audit;
  }

  /// The agreement as it is now.
  Agreement handle(Caller caller, DocumentDesk.HeldVersion version, DocumentStatus after) {
    DocumentRow row = version.row();
    store.update(row.next(after, version.now(), null));
    WrittenContent written = store.content(row.id());
    Agreement agreement =
        row.proposal() == null
            ? version.agreement()
            : amended(version.agreement(), contents.read(written));
    audit.record(
        caller,
        "agreement-signed-by-both",
        "agreement",
        agreement.id(),
        Map.of("version", row.number(), "sha256", written.sha256()));
    notices.complete(version);
    return agreement;
  }

  private Agreement amended(Agreement agreement, AgreementContent terms) {
    return agreements.amend(
        agreement.id(), terms.deliverTo(), terms.tolerancePct(), terms.pollutionTerms());
  }
}
