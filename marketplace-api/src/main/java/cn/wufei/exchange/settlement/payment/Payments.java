package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;

/// What waits for an organisation's answer.
@Singleton
@Connectable
public class Payments {

  private final PaymentStore payments;
  private final DepositStore deposits;

  Payments(PaymentStore payments, DepositStore deposits) {
    this.payments = payments;
    this.deposits = deposits;
  }

  public int paymentsWaitingFor(Id payee) {
    return payments.waitingFor(payee);
  }

  /// Deposits that it holds and releases of what it lodged.
  public int depositsWaitingFor(Id party) {
    return deposits.waitingFor(party) + deposits.releasesWaitingFor(party);
  }
}
