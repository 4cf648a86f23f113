package cn.wufei.exchange.catalog;

import java.util.regex.Pattern;

/// How waste codes are written.
///
/// A code of the 2024 catalogue of solid wastes is `NNN-QQQ-SCC`: producing industry, sequence from
/// 001 to 099, class S01 to S99 without S08 (catalogue, article 5). A code of the national list of
/// hazardous wastes is `NNN-NNN-NN`. Codes under GB/T 39198-2020, which is for general waste, share
/// that second shape, so eight digits alone do not tell what they are.
public final class WasteCodes {

  private static final Pattern GENERAL = Pattern.compile("\\d{3}-0(?!00)\\d{2}-S(?!00|08)\\d{2}");
  private static final Pattern EIGHT_DIGIT = Pattern.compile("\\d{3}-\\d{3}-\\d{2}");

  private WasteCodes() {}

  public static boolean isGeneral(String code) {
    return GENERAL.matcher(code).matches();
  }

  public static boolean isEightDigit(String code) {
    return EIGHT_DIGIT.matcher(code).matches();
  }

  /// The class that a code of the 2024 catalogue ends with: `SW17` of `900-001-S17`.
  public static String classOf(String code) {
    return "SW" + code.substring(code.length() - 2);
  }
}
