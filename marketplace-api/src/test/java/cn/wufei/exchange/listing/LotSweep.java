package cn.wufei.exchange.listing;

import cn.wufei.exchange.testing.TestExchange;

/// Takes lots whose window is over from the market, for tests of other features.
public final class LotSweep {

  private LotSweep() {}

  public static void run() {
    TestExchange.get().bean(ExpireLots.class).run();
  }
}
