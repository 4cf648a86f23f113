package cn.wufei.exchange.settlement.overview;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.settlement.payment.Payments;
import cn.wufei.exchange.settlement.statement.Statements;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts together what the ledger holds between an organisation and each of its counterparties.
@Singleton
@Connectable
class ShowOverview {

  private final Balances balances;
  private final Statements statements;
  private final Payments payments;
  private final Organisations organisations;
  private final Clock clock;

  ShowOverview(
      Balances balances,
      Statements statements,
      Payments payments,
      Organisations organisations,
      Clock clock) {
    this.balances = balances;
    this.statements = statements;
    this.payments = payments;
    this.organisations = organisations;
    this.clock = clock;
  }

  Overview handle(Caller caller) {
    Id own = caller.organisationId();
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    Map<List<Id>, List<Ageing.Charge>> charges = charges(own, today);
    Map<Id, List<Balances.MoneyBalance>> byCounterparty = new LinkedHashMap<>();
    for (Balances.MoneyBalance balance : balances.ofMoney(own, null)) {
      Id other = balance.owner().equals(own) ? balance.counterparty() : balance.owner();
      byCounterparty.computeIfAbsent(other, _ -> new ArrayList<>()).add(balance);
    }
    Map<Id, OrganisationRef> names = organisations.findAll(byCounterparty.keySet());
    List<Overview.WithCounterparty> rows = new ArrayList<>();
    byCounterparty.forEach((other, held) -> {
      OrganisationRef name = names.get(other);
      Sums sums = sums(own, held, charges, today);
      if (name != null && !sums.isNothing()) {
        rows.add(sums.with(name));
      }
    });
    return new Overview(
        rows,
        statements.waitingFor(own),
        payments.paymentsWaitingFor(own),
        payments.depositsWaitingFor(own));
  }

  /// What became due of late, newest first, by seller and buyer.
  private Map<List<Id>, List<Ageing.Charge>> charges(Id own, LocalDate today) {
    Map<List<Id>, List<Ageing.Charge>> charges = new HashMap<>();
    for (Statements.Agreed agreed : statements.agreedSince(own, today.minusDays(Ageing.DAYS_MAX))) {
      charges
          .computeIfAbsent(List.of(agreed.sellerId(), agreed.buyerId()), _ -> new ArrayList<>())
          .add(new Ageing.Charge(agreed.agreedOn(), agreed.grossFen()));
    }
    return charges;
  }

  private static Sums sums(
      Id own,
      List<Balances.MoneyBalance> held,
      Map<List<Id>, List<Ageing.Charge>> charges,
      LocalDate today) {
    Sums sums = new Sums();
    for (Balances.MoneyBalance balance : held) {
      boolean mine = balance.owner().equals(own);
      long fen = balance.fen();
      if (balance.kind() == AccountKind.DUE) {
        Ageing ageing =
            Ageing.of(
                fen,
                charges.getOrDefault(List.of(balance.owner(), balance.counterparty()), List.of()),
                today);
        sums.due(mine == fen > 0, Math.abs(fen), ageing);
      } else if (balance.kind() == AccountKind.PREPAID) {
        sums.prepaid(mine, fen);
      } else if (balance.kind() == AccountKind.DEPOSIT) {
        sums.deposit(mine, fen);
      }
    }
    return sums;
  }

  /// Adds up while accounts are read.
  private static final class Sums {
    private long receivableFen;
    private long payableFen;
    private Ageing receivable = Ageing.NOTHING;
    private Ageing payable = Ageing.NOTHING;
    private long prepaidByUsFen;
    private long prepaidByThemFen;
    private long depositsWithThemFen;
    private long depositsWithUsFen;

    void due(boolean toUs, long fen, Ageing ageing) {
      if (toUs) {
        receivableFen += fen;
        receivable = receivable.plus(ageing);
      } else {
        payableFen += fen;
        payable = payable.plus(ageing);
      }
    }

    void prepaid(boolean mine, long fen) {
      prepaidByUsFen += mine ? fen : 0;
      prepaidByThemFen += mine ? 0 : fen;
    }

    void deposit(boolean mine, long fen) {
      depositsWithThemFen += mine ? fen : 0;
      depositsWithUsFen += mine ? 0 : fen;
    }

    boolean isNothing() {
      return receivableFen == 0
          && payableFen == 0
          && prepaidByUsFen == 0
          && prepaidByThemFen == 0
          && depositsWithThemFen == 0
          && depositsWithUsFen == 0;
    }

    Overview.WithCounterparty with(OrganisationRef counterparty) {
      return new Overview.WithCounterparty(
          counterparty,
          receivableFen,
          payableFen,
          receivable,
          payable,
          prepaidByUsFen,
          prepaidByThemFen,
          depositsWithThemFen,
          depositsWithUsFen);
    }
  }
}
