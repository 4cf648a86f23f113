package cn.wufei.exchange.gate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a seller states about a quality parameter, in the unit that the catalog has for it. A range
/// that is open on one side has no number there.
public record MeasuredValue(
    String parameter, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {

  public static MeasuredValue of(String parameter, BigDecimal value) {
    return new MeasuredValue(parameter, value, value);
  }
}
