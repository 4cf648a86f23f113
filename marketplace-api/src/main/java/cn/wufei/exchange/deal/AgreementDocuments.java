package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.Caller;

/// What is written down of an agreement for its parties to sign. Documents build on agreements, so
/// the package that writes them does this for the one that agrees. Each runs in the transaction of
/// the act.
public interface AgreementDocuments {

  /// An agreement was made: its first version is written down.
  void made(Caller caller, Agreement agreement);

  /// An agreement has ended: nothing of it is signed any more.
  void ended(Agreement agreement);
}
