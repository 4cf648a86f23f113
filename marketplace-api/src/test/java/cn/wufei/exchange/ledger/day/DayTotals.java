package cn.wufei.exchange.ledger.day;

import cn.wufei.exchange.testing.TestExchange;

/// Brings the totals by day forward at once, for tests that look at what is read after it.
public final class DayTotals {

  private DayTotals() {}

  public static void bringForward() {
    bringForward(TestExchange.get());
  }

  public static void bringForward(TestExchange exchange) {
    exchange.bean(RollDays.class).run();
  }
}
