package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// How much of a usual month each calendar month brings. It helps to write down a recurring
/// quantity; nothing is judged by it.
///
/// @param shares of January to December: 1 is a usual month, at most 3, two decimals
@Serdeable
public record SeasonProfile(
    String key,
    String nameZh,
    String nameEn,
    List<BigDecimal> shares,
    String noteZh,
    String noteEn,
    String source,
    String verified) {

  private static final int MONTHS = 12;
  private static final int DECIMALS_MAX = 2;
  private static final BigDecimal SHARE_MAX = BigDecimal.valueOf(3);

  public SeasonProfile {
    shares = List.copyOf(shares);
  }

  static SeasonProfile of(Row row) {
    List<BigDecimal> shares = new ArrayList<>();
    for (int month = 1; month <= MONTHS; month++) {
      shares.add(share(row, "m%02d".formatted(month)));
    }
    if (shares.stream().allMatch(share -> share.signum() == 0)) {
      throw row.fault("m01", "to m12 must not all be zero");
    }
    return new SeasonProfile(
        row.keyText("key"),
        row.text("name_zh"),
        row.text("name_en"),
        shares,
        row.text("note_zh"),
        row.text("note_en"),
        row.source(),
        row.verified());
  }

  private static BigDecimal share(Row row, String column) {
    BigDecimal share = row.atLeastZero(column);
    if (share.compareTo(SHARE_MAX) > 0 || share.stripTrailingZeros().scale() > DECIMALS_MAX) {
      throw row.fault(
          column, "must be at most 3, with at most two decimals, and is " + share.toPlainString());
    }
    return share;
  }
}
