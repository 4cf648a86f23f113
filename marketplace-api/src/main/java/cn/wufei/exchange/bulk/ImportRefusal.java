package cn.wufei.exchange.bulk;

import cn.wufei.exchange.kernel.Refusal;

/// Why a file is not imported, an import not cancelled or executed, or a line of it not recorded.
public enum ImportRefusal implements Refusal {
  KIND_UNKNOWN(Kind.UNPROCESSABLE, "Nothing of this kind can be imported."),
  KIND_NEEDED(Kind.UNPROCESSABLE, "Say of which kind the lines of a CSV file are."),
  IMPORTS_TOO_MANY(Kind.CONFLICT, "Wait until an import that was begun has ended."),
  IMPORT_ENDED(Kind.CONFLICT, "The import has ended already."),
  IMPORT_NOT_CHECKED(Kind.CONFLICT, "Only a file that was checked to its end can be imported."),
  LINE_CHANGED(
      Kind.CONFLICT,
      "This was recorded with other content already and is not changed by a file; correct it where"
          + " it stands."),
  FIXED_ONCE_IMPORTED(Kind.CONFLICT, "This cannot change any more."),
  /// A line that posts waits for one before it, which is tried again.
  EARLIER_LINE_FAILED(Kind.CONFLICT, "An earlier line is recorded first."),
  /// The reason for which the transaction of a line that is only checked is rolled back.
  CHECKED_ONLY(Kind.CONFLICT, "The line was checked and not recorded.");

  private final Kind kind;
  private final String sentence;

  ImportRefusal(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
