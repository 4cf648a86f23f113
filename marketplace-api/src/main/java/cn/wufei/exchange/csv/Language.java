package cn.wufei.exchange.csv;

import java.util.Locale;

/// The language of headings and names.
public enum Language {
  ZH,
  EN;

  /// `zh` or `en`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Language ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public String of(String zh, String en) {
    return this == ZH ? zh : en;
  }
}
