package cn.wufei.exchange.http;

/// Whether search answers. Implemented where search is.
public interface SearchHealth {

  /// Answers at once, from what is known.
  boolean isUp();
}
