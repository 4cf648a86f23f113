package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.AgreementStatus;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Holds an agreement for an act about its document, so that of two acts the second sees what the
/// first did.
@Singleton
class DocumentDesk {

  private final Agreements agreements;
  private final DocumentStore store;
  private final Clock clock;

  DocumentDesk(Agreements agreements, DocumentStore store, Clock clock) {
    this.agreements = agreements;
    this.store = store;
    this.clock = clock;
  }

  /// An agreement that a party does something about.
  ///
  /// @param side the caller's
  record Held(Agreement agreement, Side side, Instant now) {}

  /// One of its versions.
  record HeldVersion(Held held, DocumentRow row) {

    Agreement agreement() {
      return held.agreement();
    }

    Side side() {
      return held.side();
    }

    Instant now() {
      return held.now();
    }

    /// The status after the act, when it is the caller's to do.
    Outcome<DocumentStatus> after(DocumentAct act) {
      return DocumentProcess.of(row.process()).after(row.status(), act, row.actor(held.side()));
    }
  }

  /// Checked in this order: the caller is a party, the agreement is active.
  Outcome<Held> hold(Caller caller, Id agreementId) {
    return held(caller, agreementId).then(DocumentDesk::active);
  }

  /// Checked in this order: the caller is a party and there is such a version, the agreement is
  /// active.
  Outcome<HeldVersion> hold(Caller caller, Id agreementId, int number) {
    return held(caller, agreementId)
        .then(held -> {
          DocumentRow row = store.find(agreementId, number);
          return row == null
              ? Outcome.refused(CommonRefusal.NOT_FOUND)
              : active(held).map(active -> new HeldVersion(active, row));
        });
  }

  private Outcome<Held> held(Caller caller, Id agreementId) {
    Agreement agreement = agreements.hold(agreementId);
    @Nullable Side side = agreement == null ? null : agreement.sideOf(caller.organisationId());
    return agreement == null || side == null
        ? Outcome.refused(CommonRefusal.NOT_FOUND)
        : Outcome.done(
            new Held(agreement, side, Instant.now(clock).truncatedTo(ChronoUnit.MICROS)));
  }

  private static Outcome<Held> active(Held held) {
    return held.agreement().status() == AgreementStatus.ACTIVE
        ? Outcome.done(held)
        : Outcome.refused(DocumentRefusal.AGREEMENT_NOT_ACTIVE);
  }
}
