package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Caller;

/// Whether somebody who acts for another firm still may, for answers that go on for long.
public interface ActingRights {

  /// Always true of who acts for its own firm.
  boolean stillActs(Caller caller);
}
