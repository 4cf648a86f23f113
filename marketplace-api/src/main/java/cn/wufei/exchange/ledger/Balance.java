package cn.wufei.exchange.ledger;

/// What an account holds while a block is recorded. Changed in place: a block touches few accounts
/// many times.
final class Balance {

  private final boolean limited;
  private boolean closed;
  private long debitTotal;
  private long creditTotal;

  Balance(boolean limited, boolean closed, long debitTotal, long creditTotal) {
    this.limited = limited;
    this.closed = closed;
    this.debitTotal = debitTotal;
    this.creditTotal = creditTotal;
  }

  static Balance ofNew(AccountKind kind) {
    return new Balance(kind.limited(), false, 0, 0);
  }

  void debit(long amount) {
    debitTotal = Math.addExact(debitTotal, amount);
  }

  void credit(long amount) {
    creditTotal = Math.addExact(creditTotal, amount);
  }

  void close() {
    closed = true;
  }

  long held() {
    return debitTotal - creditTotal;
  }

  boolean isLimited() {
    return limited;
  }

  boolean isClosed() {
    return closed;
  }

  long debitTotal() {
    return debitTotal;
  }

  long creditTotal() {
    return creditTotal;
  }
}
