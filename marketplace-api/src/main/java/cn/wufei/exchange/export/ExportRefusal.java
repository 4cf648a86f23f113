package cn.wufei.exchange.export;

import cn.wufei.exchange.kernel.Refusal;

/// Why nothing is exported, in the order in which it is checked.
enum ExportRefusal implements Refusal {
  EXPORT_GOING_ON(
      Kind.CONFLICT,
      "An export of your organisation is being made or fetched; wait until it has ended."),
  EXPORTS_TOO_MANY(
      Kind.UNAVAILABLE, "Other organisations are exporting just now; try again in a moment."),
  ARCHIVE_TOO_LARGE(
      Kind.UNPROCESSABLE,
      "The archive would be larger than `bytesMax`; ask the operator to raise the limit.");

  private final Kind kind;
  private final String sentence;

  ExportRefusal(Kind kind, String sentence) {
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
