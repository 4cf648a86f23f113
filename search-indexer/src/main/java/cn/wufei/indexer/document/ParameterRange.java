package cn.wufei.indexer.document;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Values of one quality parameter: what a lot has (both ends) or what a demand accepts (an end
/// that is absent is open).
///
/// @param parameter key of the catalog's parameter
/// @param basis `wet`, `dry`, `as-received` or `none`; values of different bases never compare
@Serdeable
public record ParameterRange(
    String parameter, @Nullable BigDecimal min, @Nullable BigDecimal max, String basis) {

  public ParameterRange {
    if (min != null && max != null && min.compareTo(max) > 0) {
      throw new IllegalArgumentException("a range does not end before it begins: " + parameter);
    }
  }
}
