package cn.wufei.exchange.csv;

/// A name in both languages.
public record Named(String zh, String en) {

  public String in(Language language) {
    return language.of(zh, en);
  }
}
