package cn.wufei.exchange.attachment;

import cn.wufei.exchange.kernel.Refusal;

/// Why a file is not taken, in the order in which it is checked.
enum AttachmentRefusal implements Refusal {
  FILE_TOO_LARGE(Kind.UNPROCESSABLE, "The file is too large; `bytesMax` says how large it may be."),
  FILE_EMPTY(Kind.UNPROCESSABLE, "The file is empty."),
  FILE_KIND_UNKNOWN(Kind.UNPROCESSABLE, "Attach a PDF, a JPEG or a PNG; this is none of them."),
  TABLE_KIND_UNKNOWN(
      Kind.UNPROCESSABLE, "Send a workbook (.xlsx) or a CSV file; this is neither of them."),
  FILE_ATTACHED_ALREADY(Kind.CONFLICT, "A file of the same content is attached already."),
  FILES_TOO_MANY(Kind.CONFLICT, "No more files can be attached; `filesMax` says how many.");

  private final Kind kind;
  private final String sentence;

  AttachmentRefusal(Kind kind, String sentence) {
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
