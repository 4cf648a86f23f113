package cn.wufei.indexer.document;

import java.util.Locale;

/// What a document describes; each kind has an index of its own.
public enum DocumentKind {
  LOT,
  DEMAND;

  /// The name in `search_document.kind`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static DocumentKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
