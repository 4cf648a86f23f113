package cn.wufei.bench.judge;

import java.math.BigDecimal;
import java.util.List;

/// What the judge says of a pair.
///
/// @param faults what keeps the two from trading, in the words of `docs/matching.md`; none when
///   they may
/// @param score 0 to 100, of a pair without faults
public record Judgement(
    List<String> faults,
    double score,
    BigDecimal distanceKm,
    BigDecimal freightYuanPerT,
    BigDecimal askedYuanPerT,
    long movableKg) {

  public Judgement {
    faults = List.copyOf(faults);
  }

  public boolean isMatch() {
    return faults.isEmpty();
  }
}
