package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.Periods;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.settlement.MoneyMoves;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who was paid confirms that the money came, which settles what it reaches, or says that it did
/// not; until then the payer may withdraw what it recorded. Where the day of payment lies in a
/// month that is closed by now, the ledger moves today.
@Singleton
class AnswerPayment {

  private final PaymentStore store;
  private final SeePayments see;
  private final MoneyMoves money;
  private final Journal journal;
  private final Periods periods;
  private final AuditLog audit;
  private final Clock clock;

  AnswerPayment(
      PaymentStore store,
      SeePayments see,
      MoneyMoves money,
      Journal journal,
      Periods periods,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.see = see;
    this.money = money;
    this.journal = journal;
    this.periods = periods;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the caller is a party, it is the payee, the payment is not answered,
  /// the version, a refund gives back no more than was paid ahead.
  Outcome<Payment> confirm(Caller caller, Id id, long version) {
    return payees(caller, id, version)
        .then(row -> {
          Split split = split(row);
          if (split == null) {
            return Outcome.<Payment>refused(PaymentRefusal.REFUND_ABOVE_PREPAID)
                .with("prepaidFen", money.prepaidFen(row.payeeId(), row.payerId()));
          }
          return post(caller, row, split);
        });
  }

  /// Checked as [#confirm], but for the refund.
  Outcome<Payment> reject(Caller caller, Id id, long version, String reason) {
    return payees(caller, id, version)
        .then(row -> {
          PaymentRow rejected =
              row.rejected(reason.strip(), Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
          store.update(rejected);
          audit.record(
              caller,
              "payment-rejected",
              "payment",
              id,
              Map.of("amountFen", row.amountFen(), "reason", reason.strip()));
          return Outcome.done(see.view(rejected));
        });
  }

  /// Checked in this order: the caller is a party, it is the payer, the payment is not answered,
  /// the version.
  Outcome<Payment> withdraw(Caller caller, Id id, long version) {
    return seen(caller, id)
        .then(row ->
            row.isPayee(caller)
                ? Outcome.refused(PaymentRefusal.NOT_THE_PAYER)
                : unanswered(row, version))
        .map(row -> {
          PaymentRow withdrawn = row.withdrawn(Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
          store.update(withdrawn);
          audit.record(
              caller,
              "payment-withdrawn",
              "payment",
              id,
              Map.of("number", row.number(), "amountFen", row.amountFen()));
          return see.view(withdrawn);
        });
  }

  private Outcome<PaymentRow> payees(Caller caller, Id id, long version) {
    return seen(caller, id)
        .then(row ->
            row.isPayee(caller)
                ? unanswered(row, version)
                : Outcome.refused(PaymentRefusal.NOT_THE_PAYEE));
  }

  private Outcome<PaymentRow> seen(Caller caller, Id id) {
    PaymentRow row = store.lockPayment(id);
    return row != null && row.isParty(caller)
        ? Outcome.done(row)
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  private static Outcome<PaymentRow> unanswered(PaymentRow row, long version) {
    if (row.status() != PaymentStatus.RECORDED) {
      return Outcome.refused(PaymentRefusal.PAYMENT_ANSWERED);
    }
    return row.version() == version
        ? Outcome.done(row)
        : Outcome.refused(CommonRefusal.VERSION_STALE);
  }

  /// Nothing when a refund reaches beyond what was paid ahead.
  private @Nullable Split split(PaymentRow row) {
    return switch (row.purpose()) {
      case DUE -> {
        MoneyMoves.Settling settling =
            money.settleOwed(row.payerId(), row.payeeId(), row.amountFen());
        long aheadFen = row.amountFen() - settling.settledFen();
        List<Move> moves = new ArrayList<>(settling.moves());
        moves.addAll(ahead(row, aheadFen));
        yield new Split(moves, settling.settledFen(), aheadFen);
      }
      case PREPAYMENT -> new Split(ahead(row, row.amountFen()), 0, row.amountFen());
      case REFUND ->
          money.prepaidFen(row.payeeId(), row.payerId()) < row.amountFen()
              ? null
              : new Split(
                  MoneyMoves.takeOut(
                      AccountKind.PREPAID, row.payeeId(), row.payerId(), null, row.amountFen()),
                  0,
                  0);
    };
  }

  private static List<Move> ahead(PaymentRow row, long fen) {
    return MoneyMoves.lodge(AccountKind.PREPAID, row.payerId(), row.payeeId(), null, fen);
  }

  private Outcome<Payment> post(Caller caller, PaymentRow row, Split split) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    return journal
        .post(
            TransferDraft.once(
                TransferKind.PAYMENT_CONFIRMED,
                caller.organisationId(),
                row.id(),
                periods.openDate(
                    List.of(row.payerId(), row.payeeId()), LocalCalendar.startOf(row.paidOn())),
                split.moves()))
        .map(_ -> {
          PaymentRow confirmed = row.confirmed(split.settledFen(), split.prepaidFen(), now);
          store.update(confirmed);
          audit.record(
              caller,
              "payment-confirmed",
              "payment",
              row.id(),
              Map.of(
                  "amountFen",
                  row.amountFen(),
                  "settledFen",
                  split.settledFen(),
                  "prepaidFen",
                  split.prepaidFen()));
          return see.view(confirmed);
        });
  }

  /// How a payment divides.
  private record Split(List<Move> moves, long settledFen, long prepaidFen) {}
}
