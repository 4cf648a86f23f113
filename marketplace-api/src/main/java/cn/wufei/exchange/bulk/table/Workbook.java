package cn.wufei.exchange.bulk.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// A workbook of Office Open XML (ECMA-376). Its visible sheets are its tables.
final class Workbook implements TableFile {

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  /// What is quoted, escaped or in brackets in a format says nothing of days.
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");

  /// A format that only says of how many digits a whole number is shown.
  private static final Pattern ALL_DIGITS = Pattern.compile("(\\[[^\\]]*])*0{2,}");

  /// Formats that a Chinese spreadsheet knows by their numbers alone, as 2026年11月27日 (ECMA-376-1,
  /// 18.8.30).
  private static final Set<Integer> DAYS_OF_CHINA =
      Set.of(27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

  /// Digits that a spreadsheet keeps; the rest is noise, or gone.
  private static final MathContext SPREADSHEET = new MathContext(15);

  /// Day 0 of a workbook; it takes 1900 for a leap year, which no date after February of it feels.
  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

  private static final BigDecimal DAYS_MAX = BigDecimal.valueOf(2_958_465);

  private final ReadableWorkbook workbook;
  private final WorkbookParts parts;

  private Workbook(ReadableWorkbook workbook, WorkbookParts parts) {
    this.workbook = workbook;
    this.parts = parts;
  }

  static Workbook open(Path path) throws TableProblem, IOException {
    WorkbookParts parts = WorkbookParts.of(path);
    try {
      return new Workbook(new ReadableWorkbook(path.toFile(), WITH_FORMATS), parts);
    } catch (IOException | ExcelReaderException _) {
      throw new TableProblem(TableProblem.Code.WORKBOOK_UNREADABLE);
    }
  }

  @Override
  public List<TableSheet> sheets() {
    return workbook
        .getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .<TableSheet>map(sheet -> new OneSheet(sheet, parts.cells(sheet.getId())))
        .toList();
  }

  @Override
  public int lines() {
    return parts.rows();
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private record OneSheet(Sheet sheet, SheetCells found) implements TableSheet {

    @Override
    public String name() {
      return sheet.getName();
    }

    @Override
    public Stream<TableRow> rows() {
      try {
        return Unreadable.guarded(sheet.openStream().map(this::row));
      } catch (IOException | ExcelReaderException e) {
        throw new UnreadableLine(e);
      }
    }

    private TableRow row(Row row) {
      int columns = Math.min(row.getCellCount(), COLUMNS_MAX);
      List<TableCell> cells = new ArrayList<>(columns);
      for (int column = 0; column < columns; column++) {
        cells.add(cell(row.getCell(column), row.getRowNum(), column));
      }
      boolean isTooWide = false;
      for (int column = columns; column < row.getCellCount() && !isTooWide; column++) {
        isTooWide = !cell(row.getCell(column), row.getRowNum(), column).isEmpty();
      }
      return new TableRow(
          row.getRowNum(), cells, found.mergedRows().get(row.getRowNum()), isTooWide);
    }

    /// A formula counts as what the spreadsheet worked out last; it is never worked out here.
    private TableCell cell(@Nullable Cell cell, int row, int column) {
      if (cell == null || cell.getType() == CellType.EMPTY) {
        return TableCell.EMPTY;
      }
      String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
      return switch (cell.getType()) {
        case ERROR -> new TableCell(raw, TableCell.Form.ERROR);
        case NUMBER -> number(cell, raw);
        case BOOLEAN ->
            new TableCell(
                Boolean.TRUE.equals(cell.asBoolean()) ? "TRUE" : "FALSE", TableCell.Form.BOOLEAN);
        case FORMULA -> ofFormula(cell, raw, found.isHash(row, column + 1));
        case STRING, EMPTY -> TableCell.of(cell.getText());
      };
    }

    /// As the cell shows it: a day where it shows a day, 12.5 where it shows 12.5 %, 00123 where a
    /// number of five digits is wanted.
    private static TableCell number(Cell cell, String raw) {
      String format = cell.getDataFormatString();
      String shown = format == null ? "" : LITERAL.matcher(format).replaceAll("");
      if (shown.contains("%")) {
        return new TableCell(
            new BigDecimal(raw.strip()).movePointRight(2).toPlainString(), TableCell.Form.PERCENT);
      }
      if (format != null && ALL_DIGITS.matcher(format).matches()) {
        return withZeros(raw.strip(), shown.length());
      }
      Integer number = cell.getDataFormatId();
      boolean isDay =
          format == null
              ? number != null && DAYS_OF_CHINA.contains(number)
              : shown.matches("(?s).*[yYdD].*");
      if (!isDay) {
        return new TableCell(raw.strip(), TableCell.Form.NUMBER);
      }
      BigDecimal days = new BigDecimal(raw.strip());
      return days.signum() < 0 || days.compareTo(DAYS_MAX) > 0
          ? new TableCell(raw.strip(), TableCell.Form.ERROR)
          : new TableCell(DAY_0.plusDays(days.intValue()).toString(), TableCell.Form.DATE);
    }

    /// A number of a document, of which the zeros in front are a part.
    private static TableCell withZeros(String raw, int digits) {
      BigDecimal number = new BigDecimal(raw).round(SPREADSHEET).stripTrailingZeros();
      boolean isCutOff = number.precision() - number.scale() > SPREADSHEET.getPrecision();
      if (number.signum() < 0 || number.scale() > 0 || isCutOff) {
        return new TableCell(raw, TableCell.Form.NUMBER);
      }
      String text = number.toPlainString();
      return TableCell.of("0".repeat(Math.max(0, digits - text.length())) + text);
    }

    /// The reader does not say whether what a formula gave is a text or an error.
    private static TableCell ofFormula(Cell cell, String raw, boolean isText) {
      if (raw.startsWith("#") && !isText) {
        return new TableCell(raw, TableCell.Form.ERROR);
      }
      return cell.getValue() instanceof Number ? number(cell, raw) : TableCell.of(raw);
    }
  }
}
