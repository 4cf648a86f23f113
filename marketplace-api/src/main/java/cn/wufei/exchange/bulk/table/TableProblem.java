package cn.wufei.exchange.bulk.table;

import java.util.Locale;

/// Why a file as a whole is not read.
public final class TableProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final Code code;

  public TableProblem(Code code) {
    super(code.text());
    this.code = code;
  }

  public Code code() {
    return code;
  }

  public enum Code {
    /// A workbook with a program in it.
    MACROS_NOT_ALLOWED,
    /// Unpacked it would be larger than any honest one, as an archive bomb is.
    WORKBOOK_TOO_LARGE,
    /// Not a workbook, or a damaged one; a CSV file with a quote that never ends.
    WORKBOOK_UNREADABLE,
    /// Its days are counted from 1904, as old ones of the Macintosh are.
    DATES_FROM_1904,
    /// Neither UTF-8 nor UTF-16 nor GB18030.
    ENCODING_UNKNOWN,
    LINES_TOO_MANY,
    /// A CSV file with a line that is longer than any honest one, as one without line ends is.
    LINE_TOO_LONG,
    NOTHING_IN_IT;

    /// In kebab case.
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
