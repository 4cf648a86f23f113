package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.PostedFact;
import cn.wufei.exchange.ledger.Reversals;
import cn.wufei.exchange.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;

/// What every change of a deposit begins and ends with.
@Singleton
class DepositDesk {

  private final DepositStore store;
  private final SeeDeposits see;
  private final Reversals reversals;
  private final AuditLog audit;
  private final Clock clock;

  DepositDesk(
      DepositStore store, SeeDeposits see, Reversals reversals, AuditLog audit, Clock clock) {
    this.store = store;
    this.see = see;
    this.reversals = reversals;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the caller is a party, it is the holder.
  Outcome<DepositRow> ofHolder(Caller caller, Id id) {
    return of(caller, id)
        .then(row ->
            row.isHolder(caller)
                ? Outcome.done(row)
                : Outcome.refused(DepositRefusal.NOT_THE_HOLDER));
  }

  /// Checked in this order: the caller is a party, it is who lodged the deposit.
  Outcome<DepositRow> ofLodger(Caller caller, Id id) {
    return of(caller, id)
        .then(row ->
            row.isHolder(caller)
                ? Outcome.refused(DepositRefusal.NOT_THE_LODGER)
                : Outcome.done(row));
  }

  /// Checked in this order: the deposit was confirmed, the version, the day, as much is left beside
  /// the releases that wait for who lodged it.
  Outcome<DepositRow> requireLeft(DepositRow row, long version, LocalDate day, long fen) {
    if (row.status() != DepositStatus.HELD) {
      return Outcome.refused(DepositRefusal.DEPOSIT_NOT_HELD);
    }
    if (row.version() != version) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    if (day.isBefore(row.lodgedOn()) || day.isAfter(LocalCalendar.dayOf(now()))) {
      return Outcome.refused(DepositRefusal.MOVED_BEFORE_LODGED, "occurredOn");
    }
    long waitingFen = store.waitingFen(row.id());
    return fen <= row.heldFen() - waitingFen
        ? Outcome.done(row)
        : Outcome.<DepositRow>refused(DepositRefusal.DEPOSIT_SHORT, "amountFen")
            .with("heldFen", row.heldFen())
            .with("waitingFen", waitingFen);
  }

  /// The same for a release that is confirmed, whose sum was kept back while it waited.
  Outcome<DepositRow> requireHeld(DepositRow row, long fen) {
    return fen <= row.heldFen()
        ? Outcome.done(row)
        : Outcome.<DepositRow>refused(DepositRefusal.DEPOSIT_SHORT, "amountFen")
            .with("heldFen", row.heldFen());
  }

  /// When a move of a deposit that is held is posted: on its day, but no earlier than the deposit
  /// itself, which was posted later than it was lodged where that month was closed meanwhile.
  Instant postedAt(DepositRow row, LocalDate day) {
    PostedFact lodged =
        Objects.requireNonNull(reversals.standing(row.id(), TransferKind.DEPOSIT_LODGED));
    Instant moved = LocalCalendar.startOf(day);
    return moved.isBefore(lodged.occurredAt()) ? lodged.occurredAt() : moved;
  }

  Deposit end(Caller caller, DepositRow row, String action, long fen) {
    return end(caller, row, action, Map.of("amountFen", fen));
  }

  /// The same for what was rejected.
  Deposit end(Caller caller, DepositRow row, String action, long fen, String reason) {
    return end(caller, row, action, Map.of("amountFen", fen, "reason", reason));
  }

  private Deposit end(Caller caller, DepositRow row, String action, Map<String, ?> facts) {
    store.update(row);
    audit.record(caller, action, "deposit", row.id(), facts);
    return see.view(row);
  }

  Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  private Outcome<DepositRow> of(Caller caller, Id id) {
    DepositRow row = store.lockDeposit(id);
    return row != null && row.isParty(caller)
        ? Outcome.done(row)
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }
}
