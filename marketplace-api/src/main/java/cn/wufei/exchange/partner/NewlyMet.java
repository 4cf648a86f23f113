package cn.wufei.exchange.partner;

import cn.wufei.exchange.kernel.Id;

/// Follows it up that firms meet from now on, in the transaction of the decision. The lists know
/// nothing of lots and demands; matching, which stands above them, fills this in.
public interface NewlyMet {

  /// Two firms that kept apart do so no longer, as far as one of them is concerned.
  void met(Id one, Id other);

  /// A seller has approved a buyer that it had not approved.
  void approved(Id seller, Id buyer);
}
