package cn.wufei.exchange.deal;

/// What is called off under frameworks. Call-offs build on agreements, so the package that keeps
/// them answers this for the one that agrees. Runs in the transaction of the act.
public interface AgreementCallOffs {

  /// A framework that is held has ended: no call-off of it waits for an answer any more.
  void ended(Agreement framework);
}
