package cn.wufei.exchange.catalog;

import java.math.BigDecimal;

/// Parameters as the catalog has them, for tests of rules.
public final class ParameterFixture {

  private ParameterFixture() {}

  /// Per cent by mass, wet: from nothing to a hundred.
  public static Parameter moisture() {
    return new Parameter(
        "moisture",
        "H2O",
        "水分",
        "moisture",
        "%",
        "wet",
        "down",
        "mass",
        BigDecimal.ZERO,
        BigDecimal.valueOf(100),
        2,
        "TEST",
        "verified");
  }
}
