package cn.wufei.exchange.csv;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How cells are written (RFC 4180), so that a spreadsheet reads each as what it is: text stays
/// text, and a text is never run as a formula, whoever typed it.
public final class CsvText {

  /// Tells spreadsheets that the text after it is UTF-8.
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  public static final String LINE_END = "\r\n";

  /// A text that begins so is taken for a formula; those of full width are by the spreadsheets of
  /// East Asia.
  private static final String FORMULA = "=+-@＝＋－＠";

  /// Where a spreadsheet that is set to other separators would end a cell although it is quoted.
  private static final String BREAKS = ";\t\r\n";

  /// Opens a cell to such a spreadsheet and is not part of it, so that the text behind it still is
  /// at the start.
  private static final char QUOTE = '"';

  /// What has a cell quoted: spreadsheets that take several separators at once end it there.
  private static final String QUOTED = "\",;\t\r\n";

  private static final char APOSTROPHE = '\'';

  private CsvText() {}

  /// Cells as a line with its end.
  public static String row(Stream<String> cells) {
    return cells.map(CsvText::quoted).collect(Collectors.joining(",", "", LINE_END));
  }

  /// A text that was typed by somebody, with an apostrophe before whatever a spreadsheet would take
  /// for the start of a formula; nothing as an empty text.
  public static String text(@Nullable String typed) {
    if (typed == null) {
      return "";
    }
    StringBuilder safe = null;
    boolean atStart = true;
    for (int i = 0; i < typed.length(); i++) {
      char character = typed.charAt(i);
      boolean begins = atStart && isFormula(character, i);
      if (begins && safe == null) {
        safe = new StringBuilder(typed.length() + 1).append(typed, 0, i);
      }
      if (safe != null) {
        (begins ? safe.append(APOSTROPHE) : safe).append(character);
      }
      atStart = BREAKS.indexOf(character) >= 0 || (atStart && character == QUOTE);
    }
    return safe == null ? typed : safe.toString();
  }

  /// A tab or the end of a line is one only as the very first character.
  private static boolean isFormula(char character, int at) {
    return FORMULA.indexOf(character) >= 0 || (at == 0 && "\t\r\n".indexOf(character) >= 0);
  }

  /// In quotes where something in it would end the cell.
  public static String quoted(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (QUOTED.indexOf(cell.charAt(i)) >= 0) {
        return inQuotes(cell);
      }
    }
    return cell;
  }

  private static String inQuotes(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
