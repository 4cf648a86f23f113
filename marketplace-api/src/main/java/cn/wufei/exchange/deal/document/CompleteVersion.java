package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.AmendTerms;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// What happens when both sides have signed a version, however they did: it is in force, and of an
/// amendment the agreement itself takes the terms.
@Singleton
class CompleteVersion {

  private final DocumentStore store;
  private final ComposeContent contents;
  private final BindingTerms binding;
  private final AmendTerms amend;
  private final DocumentNotices notices;
  private final AuditLog audit;

  CompleteVersion(
      DocumentStore store,
      ComposeContent contents,
      BindingTerms binding,
      AmendTerms amend,
      DocumentNotices notices,
      AuditLog audit) {
    this.store = store;
    this.contents = contents;
    this.binding = binding;
    this.amend = amend;
    this.notices = notices;
    this.audit = audit;
  }

  /// Refused when signing the version would bind the caller's firm to more than the caller may
  /// alone.
  Outcome<DocumentRow> requireNoApproval(Caller caller, DocumentDesk.HeldVersion version) {
    DocumentRow row = version.row();
    if (row.proposal() == null) {
      return Outcome.done(row);
    }
    AgreementContent after = contents.read(store.content(row.id()));
    return binding
        .requireNoApproval(caller, before(version.agreement(), after), after)
        .map(_ -> row);
  }

  /// The agreement as it is now. Must run in a posting write. Refused when what an amendment
  /// changes does not fit any more ([BindingTerms]): the version goes on waiting.
  Outcome<Agreement> handle(Caller caller, DocumentDesk.HeldVersion version, DocumentStatus after) {
    DocumentRow row = version.row();
    WrittenContent written = store.content(row.id());
    Outcome<Agreement> agreed =
        row.proposal() == null
            ? Outcome.done(version.agreement())
            : amended(caller, version, contents.read(written));
    return agreed.map(agreement -> {
      store.update(row.next(after, version.now(), null));
      audit.record(
          caller,
          "agreement-signed-by-both",
          "agreement",
          agreement.id(),
          Map.of("version", row.number(), "sha256", written.sha256()));
      notices.complete(version);
      return agreement;
    });
  }

  private Outcome<Agreement> amended(
      Caller caller, DocumentDesk.HeldVersion version, AgreementContent after) {
    Agreement agreement = version.agreement();
    AgreementContent before = before(agreement, after);
    return binding
        .check(agreement, before, after)
        .then(_ ->
            amend.handle(
                caller,
                agreement,
                new AmendTerms.Amendment(
                    version.row().id(),
                    version.row().number(),
                    after.quantityKg(),
                    after.deliverTo(),
                    after.tolerancePct(),
                    after.pollutionTerms(),
                    binding.priceOf(agreement, before, after, version.now())),
                version.now()));
  }

  /// The version that another one amends is the one in force.
  private AgreementContent before(Agreement agreement, AgreementContent after) {
    return store.of(agreement.id()).stream()
        .filter(row -> row.status() == DocumentStatus.SIGNED)
        .map(row -> store.content(row.id()))
        .filter(written -> written.sha256().equals(after.previousSha256()))
        .map(contents::read)
        .findFirst()
        .orElseThrow();
  }
}
