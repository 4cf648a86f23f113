package cn.wufei.exchange.bulk.table;

/// What stands in a cell, without blanks around it; an empty text where nothing does.
///
/// @param form what the file says that it is
public record TableCell(String text, Form form) {

  public static final TableCell EMPTY = new TableCell("", Form.TEXT);

  /// What a file says of a cell. CSV knows texts only.
  public enum Form {
    TEXT,
    /// A number of a workbook, as it is stored there.
    NUMBER,
    /// A number of a workbook that is shown as a percentage: 12.5 where it shows 12.5 %.
    PERCENT,
    /// A day of a workbook, in the form 2026-11-27.
    DATE,
    /// `TRUE` or `FALSE`.
    BOOLEAN,
    /// A formula that could not be worked out.
    ERROR
  }

  public static TableCell of(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? EMPTY : new TableCell(stripped, Form.TEXT);
  }

  public boolean isEmpty() {
    return text.isEmpty() && form != Form.ERROR;
  }
}
