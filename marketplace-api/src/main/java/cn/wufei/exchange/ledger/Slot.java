package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import org.jspecify.annotations.Nullable;

/// An account that drafts name: there already, or opened by the first draft that is not refused.
final class Slot {

  private final AccountKey key;
  private final String text;
  private @Nullable Id id;
  private @Nullable Balance balance;

  Slot(AccountKey key) {
    this.key = key;
    this.text = key.text();
  }

  void found(Id account, Balance holds) {
    this.id = account;
    this.balance = holds;
  }

  AccountKey key() {
    return key;
  }

  String text() {
    return text;
  }

  boolean isOpen() {
    return id != null;
  }

  Id id() {
    return java.util.Objects.requireNonNull(id);
  }

  Balance balance() {
    return java.util.Objects.requireNonNull(balance);
  }

  boolean isClosed() {
    return balance != null && balance.isClosed();
  }

  long held() {
    return balance == null ? 0 : balance.held();
  }
}
