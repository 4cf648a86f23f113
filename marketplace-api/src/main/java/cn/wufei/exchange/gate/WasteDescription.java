package cn.wufei.exchange.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody says a waste is.
///
/// @param classCode class of the 2024 catalogue, such as `SW01`
/// @param code code of that catalogue, or of the scheme that is named
/// @param codeScheme `solid-waste-catalogue` (also when absent), `gbt-39198-2020` or
///   `national-hazardous-list`
/// @param name the name or title under which it is shown
/// @param description free text
public record WasteDescription(
    @Nullable String materialKey,
    @Nullable String classCode,
    @Nullable String code,
    @Nullable String codeScheme,
    @Nullable String name,
    @Nullable String description,
    List<MeasuredValue> values) {

  public static final String SCHEME_CATALOGUE = "solid-waste-catalogue";
  public static final String SCHEME_GENERAL_2020 = "gbt-39198-2020";
  public static final String SCHEME_HAZARDOUS = "national-hazardous-list";

  /// The schemes that a code can be of.
  public static final String SCHEMES =
      SCHEME_CATALOGUE + "|" + SCHEME_GENERAL_2020 + "|" + SCHEME_HAZARDOUS;

  public WasteDescription {
    values = List.copyOf(values);
  }
}
