package cn.wufei.exchange.bulk;

import cn.wufei.exchange.bulk.table.TableCell;
import cn.wufei.exchange.bulk.table.TableRow;
import cn.wufei.exchange.catalog.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which column of a table is which.
final class Heading {

  /// So many faults are told of; a table of strangers may have thousands of columns.
  private static final int FAULTS_MAX = 20;

  private static final int TITLE_MAX = 100;

  private final Map<String, ImportColumn> columns = new LinkedHashMap<>();
  private final SequencedMap<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final List<@Nullable String> keys = new ArrayList<>();
  private final List<LineFault> faults = new ArrayList<>();

  private Heading() {}

  static Heading of(TableRow titles, List<ImportColumn> columns, Collection<Parameter> parameters) {
    Heading heading = new Heading();
    if (titles.isTooWide()) {
      heading.faults.add(fault("", "", FaultCode.COLUMNS_TOO_MANY));
      return heading;
    }
    columns.forEach(column -> heading.columns.put(column.key(), column));
    boolean hasRanges =
        columns.stream().anyMatch(column -> column.type() == ImportColumn.Type.RANGES);
    titles
        .cells()
        .forEach(title ->
            heading.add(shortened(title.text()), columns, hasRanges ? parameters : List.of()));
    columns.stream()
        .filter(column -> column.required() && !heading.titles.containsKey(column.key()))
        .forEach(column ->
            heading.faults.add(fault(column.key(), column.nameZh(), FaultCode.COLUMN_MISSING)));
    return heading;
  }

  private void add(String title, List<ImportColumn> known, Collection<Parameter> measurable) {
    if (title.isEmpty()) {
      keys.add(null);
      return;
    }
    String key =
        known.stream()
            .filter(column -> column.type() != ImportColumn.Type.RANGES)
            .filter(column -> isCalled(column, title))
            .map(ImportColumn::key)
            .findFirst()
            .orElseGet(() -> parameterKey(title, measurable));
    if (key == null) {
      faults.add(fault("", title, FaultCode.COLUMN_UNKNOWN));
    } else if (titles.putIfAbsent(key, title) != null) {
      faults.add(fault(key, title, FaultCode.COLUMN_REPEATED));
    }
    keys.add(key);
  }

  /// A heading may leave out the unit that stands in a column's name, and may not state another.
  private static boolean isCalled(ImportColumn column, String title) {
    String unit = Cells.bracketed(title);
    return Cells.whole(title).equals(Cells.whole(column.key()))
        || Stream.of(column.nameZh(), column.nameEn())
            .anyMatch(name ->
                Cells.named(title).equals(Cells.named(name))
                    && (unit.isEmpty() || unit.equals(Cells.bracketed(name))));
  }

  /// The parameter whose name or symbol the heading is, with its unit or without; nothing when it
  /// may be one of several.
  private @Nullable String parameterKey(String title, Collection<Parameter> measurable) {
    List<Parameter> meant =
        measurable.stream().filter(parameter -> isCalled(parameter, title)).toList();
    if (meant.size() != 1) {
      return null;
    }
    String key = Line.RANGES + "." + meant.getFirst().key();
    parameters.put(key, meant.getFirst());
    return key;
  }

  private static boolean isCalled(Parameter parameter, String title) {
    String whole = Cells.whole(title);
    String unit = "(" + Cells.whole(parameter.unit()) + ")";
    return Stream.of(parameter.key(), parameter.symbol(), parameter.nameZh(), parameter.nameEn())
        .map(Cells::whole)
        .anyMatch(name -> whole.equals(name) || whole.equals(name + unit));
  }

  private static String shortened(String title) {
    return title.length() <= TITLE_MAX ? title : title.substring(0, TITLE_MAX);
  }

  /// Why the table cannot be read.
  List<LineFault> faults() {
    return faults.stream().limit(FAULTS_MAX).toList();
  }

  /// Columns of quality parameters, by their keys, in the order of the table.
  SequencedMap<String, Parameter> parameters() {
    return parameters;
  }

  ImportColumn column(String key) {
    return Objects.requireNonNull(columns.get(key), key);
  }

  boolean hasColumn(String key) {
    return titles.containsKey(key) || columns.containsKey(key);
  }

  boolean isRequired(String key) {
    ImportColumn column = columns.get(key);
    return column != null && column.required();
  }

  /// What the file calls a column.
  String titleOf(String key) {
    return titles.getOrDefault(key, "");
  }

  LineFault fault(String key, FaultCode code) {
    return fault(key, titleOf(key), code);
  }

  private static LineFault fault(String key, String title, FaultCode code) {
    return new LineFault(key, title, code.code(), code.sentence(), null);
  }

  /// Whether a line has a cell where there is no heading.
  boolean isExceededBy(TableRow row) {
    if (row.isTooWide()) {
      return true;
    }
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cell(i).isEmpty() && (i >= keys.size() || keys.get(i) == null)) {
        return true;
      }
    }
    return false;
  }

  /// The cells of a line by the keys of their columns.
  Map<String, TableCell> cells(TableRow row) {
    Map<String, TableCell> cells = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      if (key != null) {
        cells.put(key, row.cell(i));
      }
    }
    return cells;
  }
}
