package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.ConfirmPassword;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A member signs a version for its side: the password once more, and the hash of what was read.
@Singleton
class SignDocument {

  private final DocumentDesk desk;
  private final DocumentStore store;
  private final PaperStore papers;
  private final CompleteVersion complete;
  private final DocumentViews views;
  private final DocumentNotices notices;
  private final AuditLog audit;

  SignDocument(
      DocumentDesk desk,
      DocumentStore store,
      PaperStore papers,
      CompleteVersion complete,
      DocumentViews views,
      DocumentNotices notices,
      AuditLog audit) {
    this.desk = desk;
    this.store = store;
    this.papers = papers;
    this.complete = complete;
    this.views = views;
    this.notices = notices;
    this.audit = audit;
  }

  /// Checked in this order, after the password: [DocumentDesk], the version waits for signatures,
  /// its hash is the one that the member saw, no paper waits for an answer, the side has not
  /// signed, the caller may bind the firm alone to what an amendment says, and with the last
  /// signature that it still fits ([BindingTerms]): else nothing is signed.
  Outcome<AgreementDocument> handle(
      Caller caller, ConfirmPassword.Confirmed signer, Id agreementId, int number, String sha256) {
    return desk.hold(caller, agreementId, number)
        .then(version ->
            version
                .after(DocumentAct.SIGN)
                .then(after ->
                    signable(version, sha256)
                        .then(_ -> complete.requireNoApproval(caller, version))
                        .map(_ -> after))
                .then(after -> signed(caller, signer, version, sha256, after)));
  }

  private Outcome<DocumentRow> signable(DocumentDesk.HeldVersion version, String sha256) {
    DocumentRow row = version.row();
    if (!store.content(row.id()).sha256().equals(sha256)) {
      return Outcome.refused(DocumentRefusal.HASH_DIFFERS, "sha256");
    }
    if (papers.findWaiting(row.id()) != null) {
      return Outcome.refused(DocumentRefusal.PAPER_WAITS);
    }
    return store.signatures(List.of(row.id())).getOrDefault(row.id(), List.of()).stream()
            .anyMatch(each -> each.side() == version.side())
        ? Outcome.refused(DocumentRefusal.SIDE_SIGNED_ALREADY)
        : Outcome.done(row);
  }

  private Outcome<AgreementDocument> signed(
      Caller caller,
      ConfirmPassword.Confirmed signer,
      DocumentDesk.HeldVersion version,
      String sha256,
      DocumentStatus after) {
    DocumentRow row = version.row();
    store.sign(new SignatureRow(row.id(), version.side(), signer.memberId(), version.now()));
    audit.record(
        caller,
        "agreement-signed",
        "agreement",
        row.agreementId(),
        Map.of("version", row.number(), "sha256", sha256, "side", version.side().code()));
    if (after == DocumentStatus.SIGNED) {
      return complete
          .handle(caller, version, after)
          .map(agreement -> Objects.requireNonNull(views.of(caller, agreement)));
    }
    store.update(row.next(after, version.now(), null));
    notices.signed(version);
    return Outcome.done(Objects.requireNonNull(views.of(caller, version.agreement())));
  }
}
