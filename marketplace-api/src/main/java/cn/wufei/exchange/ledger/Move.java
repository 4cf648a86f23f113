package cn.wufei.exchange.ledger;

/// One posting to be: `amount` goes from the credited account to the debited one.
public record Move(AccountKey from, AccountKey to, long amount) {

  public Move {
    if (amount <= 0) {
      throw new IllegalArgumentException("a posting moves more than nothing: " + amount);
    }
    if (from.kind().unit() != to.kind().unit()) {
      throw new IllegalArgumentException("a posting has one unit: " + from + " -> " + to);
    }
    if (from.equals(to)) {
      throw new IllegalArgumentException("a posting has two accounts: " + from);
    }
  }

  Move mirrored() {
    return new Move(to, from, amount);
  }
}
