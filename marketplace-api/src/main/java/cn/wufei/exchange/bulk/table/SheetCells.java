package cn.wufei.exchange.bulk.table;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What a sheet of a workbook asks of whoever reads it: how many rows, how far they reach, which
/// texts they name. What no spreadsheet writes is refused, as it is there to do harm.
final class SheetCells {

  private static final int ROWS_MAX = 1 << 20;
  private static final int COLUMNS_MAX = 1 << 14;
  private static final int VALUE_MAX = 32_767;

  /// A number takes 17 digits and an exponent.
  private static final int NUMBER_MAX = 40;

  /// A formula that stands for many cells is worked out anew for each of them by the reader.
  private static final int SHARED_FORMULA_MAX = 1_000;

  private static final int ARRAYS_MAX = 1_000;

  /// So many are told from errors in a sheet.
  private static final int HASHES_MAX = 10_000;

  private final BitSet merged = new BitSet();
  private final Set<Long> hashes = new HashSet<>();
  private final int mergesMax;
  private int merges;
  private int rows;
  private int row;
  private int column;
  private int cellsOfRow;
  private int arrays;
  private int texts;
  private String type = "";

  SheetCells(int mergesMax) {
    this.mergesMax = mergesMax;
  }

  int rows() {
    return rows;
  }

  BitSet mergedRows() {
    return merged;
  }

  /// Whether the cell is a formula that gives a text with a hash sign in front, which looks like an
  /// error and is none.
  ///
  /// @param row from 1, as the column
  boolean isHash(int row, int column) {
    return hashes.contains(place(row, column));
  }

  /// How many shared texts there must be at least.
  int texts() {
    return texts;
  }

  void look(XMLStreamReader xml) throws TableProblem, XMLStreamException {
    switch (xml.getLocalName()) {
      case "row" -> {
        String number = xml.getAttributeValue(null, "r");
        require(isRow(number));
        rows++;
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = 0;
        cellsOfRow = 0;
      }
      case "c" -> {
        String reference = xml.getAttributeValue(null, "r");
        type = String.valueOf(xml.getAttributeValue(null, "t"));
        require(reference == null || isCell(reference));
        column = reference == null ? column + 1 : columnOf(reference);
        cellsOfRow++;
        require(column <= COLUMNS_MAX && cellsOfRow <= COLUMNS_MAX);
      }
      case "v" -> value(xml.getElementText());
      case "f" -> formula(xml);
      case "mergeCell" -> merge(String.valueOf(xml.getAttributeValue(null, "ref")));
      default -> {
        // Widths, forms and such say nothing of what is read.
      }
    }
  }

  private void value(String text) throws TableProblem {
    switch (type) {
      case "s" -> {
        require(text.matches("\\d{1,9}"));
        texts = Math.max(texts, Integer.parseInt(text) + 1);
      }
      case "str" -> {
        require(text.length() <= VALUE_MAX);
        if (text.startsWith("#") && hashes.size() < HASHES_MAX) {
          hashes.add(place(row, column));
        }
      }
      case "inlineStr", "e", "d" -> require(text.length() <= VALUE_MAX);
      default -> require(text.length() <= NUMBER_MAX);
    }
  }

  private void formula(XMLStreamReader xml) throws TableProblem, XMLStreamException {
    String kind = String.valueOf(xml.getAttributeValue(null, "t"));
    String text = xml.getElementText();
    switch (kind) {
      case "shared" -> require(text.length() <= SHARED_FORMULA_MAX);
      case "array", "dataTable" -> {
        arrays++;
        require(arrays <= ARRAYS_MAX && text.length() <= VALUE_MAX);
      }
      default -> require(text.length() <= VALUE_MAX);
    }
  }

  /// @param reference such as `B2:C3`
  private void merge(String reference) throws TableProblem {
    merges++;
    require(merges <= mergesMax);
    String[] rowsOf = reference.replaceAll("[A-Z$]", "").split(":", -1);
    require(rowsOf.length == 2 && isRow(rowsOf[0]) && isRow(rowsOf[1]));
    int from = Integer.parseInt(rowsOf[0]);
    int to = Integer.parseInt(rowsOf[1]);
    require(from <= to);
    merged.set(from, to + 1);
  }

  /// One that is left out is the next.
  private static boolean isRow(@Nullable String number) {
    return number == null
        || (number.matches("\\d{1,7}")
            && Integer.parseInt(number) >= 1
            && Integer.parseInt(number) <= ROWS_MAX);
  }

  private static boolean isCell(String reference) {
    return reference.matches("[A-Z]{1,3}\\d{1,7}") && isRow(reference.replaceAll("[A-Z]", ""));
  }

  /// From 1; a cell that does not say it stands in the next.
  private static int columnOf(String reference) {
    int column = 0;
    for (char letter : reference.replaceAll("\\d", "").toCharArray()) {
      column = column * 26 + (letter - 'A' + 1);
    }
    return column;
  }

  private static long place(int row, int column) {
    return (long) row * (COLUMNS_MAX + 1) + column;
  }

  private static void require(boolean isSo) throws TableProblem {
    if (!isSo) {
      throw WorkbookParts.unreadable();
    }
  }
}
