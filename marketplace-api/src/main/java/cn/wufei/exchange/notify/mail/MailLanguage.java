package cn.wufei.exchange.notify.mail;

import java.util.Arrays;

/// The languages of the page, in which its members are written to.
enum MailLanguage {
  CHINESE("zh-CN", "zh"),
  ENGLISH("en", "en");

  private final String code;
  private final String words;

  MailLanguage(String code, String words) {
    this.code = code;
    this.words = words;
  }

  String code() {
    return code;
  }

  /// Names the file of its words.
  String words() {
    return words;
  }

  static MailLanguage ofCode(String code) {
    return Arrays.stream(values())
        .filter(language -> language.code.equals(code))
        .findFirst()
        .orElse(CHINESE);
  }
}
