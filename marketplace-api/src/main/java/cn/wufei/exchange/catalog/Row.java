package cn.wufei.exchange.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One line of a data file, read field by field. Whatever a field must not be is reported with file
/// and line.
record Row(Dataset dataset, int line, Map<String, String> fields) {

  /// Separates the items of a list inside a field.
  private static final Pattern SEPARATOR = Pattern.compile("\\|");

  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int KEY_LENGTH_MAX = 40;
  private static final Set<String> MARKS = Set.of("verified", "partly", "unverified");

  Row {
    fields = Map.copyOf(fields);
  }

  String key() {
    return dataset.key().stream().map(this::text).collect(Collectors.joining("/"));
  }

  /// The text of a field that must not be empty.
  String text(String column) {
    String text = optional(column);
    if (text == null) {
      throw fault(column, "is empty");
    }
    return text;
  }

  @Nullable String optional(String column) {
    String text = fields.get(column);
    return text == null || text.isEmpty() ? null : text;
  }

  List<String> list(String column) {
    String text = optional(column);
    if (text == null) {
      return List.of();
    }
    List<String> items = SEPARATOR.splitAsStream(text).map(String::strip).toList();
    if (items.stream().anyMatch(String::isEmpty)) {
      throw fault(column, "has an empty item between two |");
    }
    if (Set.copyOf(items).size() < items.size()) {
      throw fault(column, "names something twice");
    }
    return items;
  }

  /// A name for use in data and addresses: small letters, digits and single hyphens.
  String keyText(String column) {
    String text = text(column);
    if (text.length() > KEY_LENGTH_MAX || !KEY.matcher(text).matches()) {
      throw fault(
          column,
          "must be at most 40 small letters, digits and single hyphens, and is " + quoted(text));
    }
    return text;
  }

  String oneOf(String column, String... allowed) {
    String text = text(column);
    if (Stream.of(allowed).noneMatch(text::equals)) {
      throw fault(
          column, "must be one of " + String.join(", ", allowed) + " and is " + quoted(text));
    }
    return text;
  }

  String matching(String column, Predicate<String> shape, String what) {
    String text = text(column);
    if (!shape.test(text)) {
      throw fault(column, "must be " + what + " and is " + quoted(text));
    }
    return text;
  }

  BigDecimal decimal(String column) {
    BigDecimal number = optionalDecimal(column);
    if (number == null) {
      throw fault(column, "is empty");
    }
    return number;
  }

  @Nullable BigDecimal optionalDecimal(String column) {
    String text = optional(column);
    if (text == null) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      throw fault(column, "must be a number and is " + quoted(text));
    }
  }

  BigDecimal atLeastZero(String column) {
    BigDecimal number = decimal(column);
    if (number.signum() < 0) {
      throw fault(column, "must not be negative and is " + number.toPlainString());
    }
    return number;
  }

  String source() {
    return text("source");
  }

  String verified() {
    String mark = text("verified");
    if (!MARKS.contains(mark)) {
      throw fault("verified", "must be one of verified, partly, unverified and is " + quoted(mark));
    }
    return mark;
  }

  ReferenceFault fault(String column, String reason) {
    return new ReferenceFault(dataset.file(), line, "column " + column + " " + reason);
  }

  static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
