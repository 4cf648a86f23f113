package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Periods;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.settlement.MoneyMoves;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The holder records that it paid a deposit or a part of it back; who lodged it confirms that the
/// money came, which moves the ledger, or says that it did not. Until then the holder may withdraw
/// what it recorded. A release that waits keeps its sum back: the holder does nothing else with it.
@Singleton
class ReleaseDeposit {

  private final DepositDesk desk;
  private final DepositStore store;
  private final Journal journal;
  private final Periods periods;

  ReleaseDeposit(DepositDesk desk, DepositStore store, Journal journal, Periods periods) {
    this.desk = desk;
    this.store = store;
    this.journal = journal;
    this.periods = periods;
  }

  /// Checked in this order: the caller is a party, it is the holder, the deposit was confirmed, the
  /// version, the day, as much is left, the bank reference is free.
  Outcome<Deposit> record(Caller caller, Id id, long version, ReleaseDraft draft) {
    return desk.ofHolder(caller, id)
        .then(row -> desk.requireLeft(row, version, draft.occurredOn(), draft.amountFen()))
        .then(row -> {
          if (store.hasRelease(id, draft.reference())) {
            return Outcome.refused(DepositRefusal.RELEASE_REFERENCE_USED, "bankReference");
          }
          store.insertMove(
              id,
              new DepositMove(
                  Id.next(),
                  DepositMoveKind.RELEASE,
                  PaymentStatus.RECORDED,
                  draft.amountFen(),
                  draft.occurredOn(),
                  draft.reference(),
                  draft.reason().strip(),
                  desk.now(),
                  null,
                  null));
          return Outcome.done(
              desk.end(caller, row.less(0), "deposit-release-recorded", draft.amountFen()));
        });
  }

  /// Checked in this order: the caller is a party, it lodged the deposit, the release is there and
  /// not answered, the version of the deposit, as much is held.
  Outcome<Deposit> confirm(Caller caller, Id id, Id releaseId, long version) {
    return desk.ofLodger(caller, id)
        .then(row ->
            open(row, releaseId, version)
                .then(release ->
                    desk.requireHeld(row, release.amountFen())
                        .then(_ -> post(caller, row, release))));
  }

  /// Checked as [#confirm], but for what is held.
  Outcome<Deposit> reject(Caller caller, Id id, Id releaseId, long version, String reason) {
    return desk.ofLodger(caller, id)
        .then(ended(caller, releaseId, version, PaymentStatus.REJECTED, reason.strip()));
  }

  /// Checked in this order: the caller is a party, it is the holder, the release is there and not
  /// answered, the version of the deposit.
  Outcome<Deposit> withdraw(Caller caller, Id id, Id releaseId, long version) {
    return desk.ofHolder(caller, id)
        .then(ended(caller, releaseId, version, PaymentStatus.WITHDRAWN, null));
  }

  private Function<DepositRow, Outcome<Deposit>> ended(
      Caller caller, Id releaseId, long version, PaymentStatus how, @Nullable String reason) {
    return row ->
        open(row, releaseId, version)
            .map(release -> {
              store.updateMove(release.answered(how, desk.now(), reason));
              String action = "deposit-release-" + how.code();
              return reason == null
                  ? desk.end(caller, row.less(0), action, release.amountFen())
                  : desk.end(caller, row.less(0), action, release.amountFen(), reason);
            });
  }

  private Outcome<DepositMove> open(DepositRow row, Id releaseId, long version) {
    DepositMove release = store.findMove(row.id(), releaseId);
    if (release == null || release.status() == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (release.status() != PaymentStatus.RECORDED) {
      return Outcome.refused(DepositRefusal.RELEASE_ANSWERED);
    }
    return row.version() == version
        ? Outcome.done(release)
        : Outcome.refused(CommonRefusal.VERSION_STALE);
  }

  private Outcome<Deposit> post(Caller caller, DepositRow row, DepositMove release) {
    return journal
        .post(
            new TransferDraft(
                TransferKind.DEPOSIT_RELEASED,
                TransferKind.DEPOSIT_RELEASED.code() + ":" + release.id(),
                caller.organisationId(),
                row.id(),
                periods.openDate(
                    List.of(row.lodgerId(), row.holderId()),
                    desk.postedAt(row, release.occurredOn())),
                MoneyMoves.takeOut(
                    AccountKind.DEPOSIT,
                    row.lodgerId(),
                    row.holderId(),
                    row.agreementId(),
                    release.amountFen())))
        .map(_ -> {
          store.updateMove(release.answered(PaymentStatus.CONFIRMED, desk.now(), null));
          return desk.end(
              caller,
              row.less(release.amountFen()),
              "deposit-release-confirmed",
              release.amountFen());
        });
  }
}
