package cn.wufei.exchange.bulk.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// A workbook of Office Open XML (ECMA-376). Its visible sheets are its tables.
final class Workbook implements TableFile {

  private static final int COLUMNS_MAX = 200;

  private final ReadableWorkbook workbook;
  private final WorkbookParts parts;

  private Workbook(ReadableWorkbook workbook, WorkbookParts parts) {
    this.workbook = workbook;
    this.parts = parts;
  }

  static Workbook open(Path path) throws TableProblem, IOException {
    WorkbookParts parts = WorkbookParts.of(path);
    try {
      return new Workbook(new ReadableWorkbook(path.toFile()), parts);
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
        return Unreadable.guarded(sheet.openStream().map(this::row), ExcelReaderException.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
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
        case NUMBER -> new TableCell(raw.strip(), TableCell.Form.NUMBER);
        case BOOLEAN ->
            new TableCell(
                Boolean.TRUE.equals(cell.asBoolean()) ? "TRUE" : "FALSE", TableCell.Form.BOOLEAN);
        case FORMULA -> ofFormula(cell, raw);
        case STRING, EMPTY -> TableCell.of(cell.getText());
      };
    }

    private static TableCell ofFormula(Cell cell, String raw) {
      if (raw.startsWith("#")) {
        return new TableCell(raw, TableCell.Form.ERROR);
      }
      return cell.getValue() instanceof Number
          ? new TableCell(raw.strip(), TableCell.Form.NUMBER)
          : TableCell.of(raw);
    }
  }
}
