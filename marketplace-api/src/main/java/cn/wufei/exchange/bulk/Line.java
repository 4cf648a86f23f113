package cn.wufei.exchange.bulk;

import cn.wufei.exchange.bulk.table.TableCell;
import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A line as an [ImportKind] reads it: what stands in a column, in the type that it needs. What
/// cannot be read is noted as a fault and answered with something in its place, so that all faults
/// of a line are found at once.
public final class Line {

  /// Stands for what a cell names where it names nothing; a draft with it is not used.
  public static final Id NO_ID = Id.of(1);

  /// The key under which quality ranges stand, as in the API.
  static final String RANGES = "qualities";

  private static final int KG_DIGITS = 3;
  private static final String PERCENT = "%";

  private final Heading heading;
  private final Map<String, TableCell> cells;
  private final Predicate<String> isExpectedStream;
  private final Map<String, String> said = new TreeMap<>();
  private final List<LineFault> faults = new ArrayList<>();
  private final List<String> rangeColumns = new ArrayList<>();
  private boolean awaiting;

  /// @param isExpectedStream whether a stream of that name is on a line of the same file that was
  ///   only checked
  Line(Heading heading, Map<String, TableCell> cells, Predicate<String> isExpectedStream) {
    this.heading = heading;
    this.cells = cells;
    this.isExpectedStream = isExpectedStream;
  }

  /// A quality range as a cell gives it; an end that is absent is open, but not both.
  public record Range(
      String parameter, @Nullable BigDecimal min, @Nullable BigDecimal max, String basis) {}

  /// A quality range with both ends.
  public record Bounded(String parameter, BigDecimal min, BigDecimal max, String basis) {}

  public String text(String column) {
    String text = optionalText(column);
    return text == null ? "" : text;
  }

  public @Nullable String optionalText(String column) {
    return value(column, Cells::text);
  }

  public long kilograms(String column) {
    BigDecimal tonnes = number(column);
    BigDecimal kg = tonnes.movePointRight(KG_DIGITS).stripTrailingZeros();
    if (kg.scale() > 0) {
      fault(column, FaultCode.TONNES_TOO_FINE);
      return 0;
    }
    // More than any use case takes is refused by it as too much, and not as something else.
    return kg.min(BigDecimal.valueOf(Long.MAX_VALUE))
        .max(BigDecimal.valueOf(Long.MIN_VALUE))
        .longValue();
  }

  /// The same where the cell may be empty.
  public @Nullable Long optionalKilograms(String column) {
    return cells.getOrDefault(column, TableCell.EMPTY).isEmpty() ? null : kilograms(column);
  }

  public BigDecimal number(String column) {
    BigDecimal number = optionalNumber(column);
    return number == null ? BigDecimal.ZERO : number;
  }

  public @Nullable BigDecimal optionalNumber(String column) {
    return value(column, Cells::number);
  }

  /// A whole number, as a year is one.
  public @Nullable Integer optionalWhole(String column) {
    return value(column, Cells::whole);
  }

  public @Nullable LocalDate optionalDate(String column) {
    return value(column, Cells::date);
  }

  public LocalDate date(String column) {
    LocalDate date = optionalDate(column);
    return date == null ? LocalDate.EPOCH : date;
  }

  public boolean yesNo(String column) {
    return Boolean.TRUE.equals(value(column, Cells::yesNo));
  }

  /// The code of the value that was chosen; of the first when none was.
  public String choice(String column) {
    String chosen = optionalChoice(column);
    return chosen == null ? heading.column(column).choices().getFirst().code() : chosen;
  }

  public @Nullable String optionalChoice(String column) {
    List<ImportColumn.Choice> choices = heading.column(column).choices();
    return value(column, cell -> Cells.choice(cell, choices));
  }

  /// Notes that a column is empty which another column of the line needs.
  public void miss(String column) {
    fault(column, FaultCode.MISSING);
  }

  /// What the text of a cell names, by the lookup that knows it.
  public <T> @Nullable T named(
      String column, Function<String, @Nullable T> lookup, NamedThing thing) {
    String name = optionalText(column);
    if (name == null) {
      return null;
    }
    T found = lookup.apply(name);
    if (found == null && thing == NamedThing.STREAM && isExpectedStream.test(name)) {
      awaiting = true;
      fault(column, FaultCode.AWAITS_EARLIER_LINE);
    } else if (found == null) {
      fault(column, thing.unknown());
    }
    return found;
  }

  /// The quality ranges of the line, one for each column of a parameter that is filled; an end may
  /// be open.
  public List<Range> ranges() {
    return parameters(
        true,
        (parameter, ends) -> new Range(parameter.key(), ends.min(), ends.max(), parameter.basis()));
  }

  /// The same where no end may be open.
  public List<Bounded> bounded() {
    return parameters(
        false,
        (parameter, ends) ->
            new Bounded(
                parameter.key(),
                Objects.requireNonNull(ends.min()),
                Objects.requireNonNull(ends.max()),
                parameter.basis()));
  }

  private <T> List<T> parameters(
      boolean isOpenAllowed, BiFunction<Parameter, Cells.Ends, T> range) {
    List<T> ranges = new ArrayList<>();
    heading
        .parameters()
        .forEach((column, parameter) -> {
          boolean isPercent = parameter.unit().equals(PERCENT);
          Cells.Ends ends = value(column, cell -> Cells.ends(cell, isOpenAllowed, isPercent));
          if (ends != null) {
            rangeColumns.add(column);
            ranges.add(range.apply(parameter, ends));
          }
        });
    return ranges;
  }

  /// Which of the things that a cell may name.
  public enum NamedThing {
    SITE(FaultCode.SITE_UNKNOWN),
    STREAM(FaultCode.STREAM_UNKNOWN),
    MATERIAL(FaultCode.MATERIAL_UNKNOWN),
    USE(FaultCode.USE_UNKNOWN),
    REGION(FaultCode.REGION_UNKNOWN),
    CHOICE(FaultCode.NOT_A_CHOICE),
    LOADING_HOURS(FaultCode.NOT_LOADING_HOURS);

    private final FaultCode unknown;

    NamedThing(FaultCode unknown) {
      this.unknown = unknown;
    }

    FaultCode unknown() {
      return unknown;
    }
  }

  private <T> @Nullable T value(String column, Function<TableCell, Cells.Read<T>> read) {
    TableCell cell = cells.getOrDefault(column, TableCell.EMPTY);
    if (cell.isEmpty()) {
      if (heading.isRequired(column)) {
        fault(column, FaultCode.MISSING);
      }
      return null;
    }
    if (cell.form() == TableCell.Form.ERROR) {
      fault(column, FaultCode.CELL_IS_FORMULA_ERROR);
      return null;
    }
    Cells.Read<T> value = read.apply(cell);
    if (value.fault() != null) {
      fault(column, value.fault());
      return null;
    }
    said.put(column, String.valueOf(value.value()));
    return value.value();
  }

  void fault(String column, FaultCode code) {
    boolean isKnown = faults.stream().anyMatch(fault -> fault.column().equals(column));
    if (!isKnown) {
      faults.add(heading.fault(column, code));
    }
  }

  /// Notes what was found wrong with a field of the draft.
  ///
  /// @param field path of the field, such as `qualities[1].min`
  void fault(String field, String code, String message, @Nullable Map<String, Object> facts) {
    String column = columnOf(field);
    faults.add(new LineFault(column, heading.titleOf(column), code, message, facts));
  }

  private String columnOf(String field) {
    String head = field.replaceAll("[\\[.].*", "");
    for (int i = 0; i < rangeColumns.size(); i++) {
      if (field.matches("(qualities|ranges|values)\\[" + i + "\\].*")) {
        return rangeColumns.get(i);
      }
    }
    if (heading.hasColumn(field)) {
      return field;
    }
    if (heading.hasColumn(head)) {
      return head;
    }
    String inTonnes = head.replaceAll("Kg$", "T");
    if (heading.hasColumn(inTonnes)) {
      return inTonnes;
    }
    // A draft may hold the body of the use case beside what the path of a request would say.
    int dot = field.indexOf('.');
    return dot < 0 ? "" : columnOf(field.substring(dot + 1));
  }

  List<LineFault> faults() {
    return List.copyOf(faults);
  }

  /// Whether nothing is wrong but that an earlier line was not recorded yet.
  boolean isAwaiting() {
    return awaiting
        && faults.stream()
            .allMatch(fault -> fault.code().equals(FaultCode.AWAITS_EARLIER_LINE.code()));
  }

  /// What the line says, whatever form its cells have: the same in a workbook and in CSV.
  String content() {
    StringBuilder text = new StringBuilder();
    said.forEach((column, value) ->
        text.append(column).append('=').append(value.replace("\n", "\\n")).append('\n'));
    return text.toString();
  }
}
