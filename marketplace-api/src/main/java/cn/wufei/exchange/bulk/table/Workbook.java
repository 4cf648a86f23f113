package cn.wufei.exchange.bulk.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

  private static final int COLUMNS_MAX = 200;
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

  /// What is quoted, escaped or in brackets in a format says nothing of days.
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");

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
        .<TableSheet>map(sheet -> new OneSheet(sheet, parts.mergedRows(sheet.getId())))
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

  private record OneSheet(Sheet sheet, BitSet merged) implements TableSheet {

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
        cells.add(cell(row.getCell(column)));
      }
      return new TableRow(row.getRowNum(), cells, merged.get(row.getRowNum()));
    }

    /// A formula counts as what the spreadsheet worked out last; it is never worked out here.
    private static TableCell cell(@Nullable Cell cell) {
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
        case FORMULA -> ofFormula(cell, raw);
        case STRING, EMPTY -> TableCell.of(cell.getText());
      };
    }

    /// As the cell shows it: a day where it shows a day, 12.5 where it shows 12.5 %.
    private static TableCell number(Cell cell, String raw) {
      String format = cell.getDataFormatString();
      String shown = format == null ? "" : LITERAL.matcher(format).replaceAll("");
      if (shown.contains("%")) {
        return new TableCell(
            new BigDecimal(raw.strip()).movePointRight(2).toPlainString(), TableCell.Form.NUMBER);
      }
      if (!shown.matches("(?s).*[yYdD].*")) {
        return new TableCell(raw.strip(), TableCell.Form.NUMBER);
      }
      BigDecimal days = new BigDecimal(raw.strip());
      return days.signum() < 0 || days.compareTo(DAYS_MAX) > 0
          ? new TableCell(raw.strip(), TableCell.Form.ERROR)
          : new TableCell(DAY_0.plusDays(days.intValue()).toString(), TableCell.Form.DATE);
    }

    private static TableCell ofFormula(Cell cell, String raw) {
      if (raw.startsWith("#")) {
        return new TableCell(raw, TableCell.Form.ERROR);
      }
      return cell.getValue() instanceof Number ? number(cell, raw) : TableCell.of(raw);
    }
  }
}
