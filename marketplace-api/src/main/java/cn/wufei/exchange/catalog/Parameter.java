package cn.wufei.exchange.catalog;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A quality parameter. `basis` is `wet`, `dry`, `as-received` or `none`; `direction` says which
/// way is better, `up`, `down` or `range`; `mixing` is `mass` where the value of a mixture is the
/// mean of its parts by their mass on the basis, and `none` where it is not; `minimum` and
/// `maximum` bound what can be a value at all; `decimals` is the precision shown.
@Serdeable
public record Parameter(
    String key,
    String symbol,
    String nameZh,
    String nameEn,
    String unit,
    String basis,
    String direction,
    String mixing,
    @Nullable BigDecimal minimum,
    @Nullable BigDecimal maximum,
    int decimals,
    String source,
    String verified) {

  /// Key of the one that also decides how much of a load is paid for.
  public static final String MOISTURE = "moisture";

  /// Whether this can be a value at all; what is not stated can.
  public boolean admits(@Nullable BigDecimal value) {
    return value == null
        || ((minimum == null || value.compareTo(minimum) >= 0)
            && (maximum == null || value.compareTo(maximum) <= 0));
  }

  /// Refuses a value that it does not admit, and says between which bounds one may lie.
  public <T> Outcome.Refused<T> refuse(Refusal refusal, String field) {
    Outcome.Refused<T> refused = Outcome.refused(refusal, field);
    if (minimum != null) {
      refused = refused.with("minimum", minimum);
    }
    return maximum == null ? refused : refused.with("maximum", maximum);
  }

  /// Whether the value of a mixture is the mean of its parts by mass.
  public boolean mixesByMass() {
    return mixing.equals("mass");
  }
}
