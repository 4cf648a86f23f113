package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Parameter;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Between which values a quality parameter must lie: `parameter:min..max:basis`, where one end may
/// be missing and the basis is the parameter's own when it is.
record QualityBound(
    String parameter, @Nullable BigDecimal min, @Nullable BigDecimal max, String basis) {

  private static final String NUMBER = "-?[0-9]{1,10}(?:\\.[0-9]{1,4})?";
  private static final Pattern TEXT =
      Pattern.compile(
          "([a-z0-9-]{1,40}):("
              + NUMBER
              + ")?\\.\\.("
              + NUMBER
              + ")?(?::(wet|dry|as-received|none))?");

  /// What the text says, or nothing when it is not of that form, names no parameter of the catalog,
  /// or has no end or two that are reversed.
  static @Nullable QualityBound parse(String text, Catalog catalog) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    Parameter parameter = catalog.parameter(parts.group(1));
    BigDecimal min = number(parts.group(2));
    BigDecimal max = number(parts.group(3));
    if (parameter == null || (min == null && max == null)) {
      return null;
    }
    if (min != null && max != null && min.compareTo(max) > 0) {
      return null;
    }
    String basis = parts.group(4);
    return new QualityBound(parameter.key(), min, max, basis == null ? parameter.basis() : basis);
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
