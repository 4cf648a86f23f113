package cn.wufei.exchange.approval;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;

/// How an act of one kind is done once it is approved. Implemented by the feature whose act it is;
/// one for each kind.
public interface BindingAct {

  ActKind kind();

  /// Whether it is done in a posting write.
  boolean isPosting();

  /// Whether what it is about is still as it was when it was asked for. Holds that until the
  /// transaction ends, before the request itself is held: everybody locks in this order.
  boolean stands(AskedAct asked);

  /// Does it, judged against the present state and refused as the act itself is refused. Whether it
  /// has to be approved is not asked again.
  ///
  /// @param caller who approved it
  /// @return the offer or agreement that it made
  Outcome<Id> carryOut(Caller caller, AskedAct asked);
}
