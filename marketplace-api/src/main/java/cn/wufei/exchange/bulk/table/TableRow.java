package cn.wufei.exchange.bulk.table;

import java.util.List;

/// A line of a table.
///
/// @param number as a spreadsheet shows it, from 1; of CSV the line on which it begins
/// @param isMerged whether a cell of it is merged with others, so that it is not said whose its
///   content is
/// @param isTooWide whether there is more beyond [TableFile#COLUMNS_MAX]
public record TableRow(int number, List<TableCell> cells, boolean isMerged, boolean isTooWide) {

  public TableRow {
    cells = List.copyOf(cells);
  }

  public TableCell cell(int column) {
    return column < cells.size() ? cells.get(column) : TableCell.EMPTY;
  }

  public boolean isEmpty() {
    return !isTooWide && cells.stream().allMatch(TableCell::isEmpty);
  }
}
