package cn.wufei.exchange.account;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of a statement's file. Quantities are whole kilograms or fen.
final class StatementCsv {

  static final String HEADER =
      rowOf(
          Stream.of(
              "posting",
              "block",
              "recordedAt",
              "occurredOn",
              "kind",
              "subjectNumber",
              "reference",
              "unit",
              "from",
              "fromOwner",
              "to",
              "toOwner",
              "generationYear",
              "amount",
              "change",
              "held"));

  private static final String NEEDS_QUOTES = "[\\s\\S]*[\",\\r\\n][\\s\\S]*";

  /// A spreadsheet takes a text that begins so for a formula and runs it.
  private static final List<String> FORMULA = List.of("=", "+", "-", "@", "\t", "\r");

  private StatementCsv() {}

  static String row(LineView line) {
    Integer year = line.from().generationYear();
    return rowOf(
        Stream.of(
            number(line.number()),
            number(line.block()),
            line.recordedAt().toString(),
            line.occurredOn().toString(),
            text(line.kind()),
            text(line.subjectNumber()),
            text(line.reference()),
            text(line.unit()),
            text(line.from().kind()),
            text(line.from().owner().name()),
            text(line.to().kind()),
            text(line.to().owner().name()),
            number(year == null ? line.to().generationYear() : year),
            number(line.amount()),
            number(line.change()),
            number(line.held())));
  }

  private static String rowOf(Stream<String> cells) {
    return cells.map(StatementCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String number(@Nullable Number value) {
    return value == null ? "" : value.toString();
  }

  static String text(@Nullable String value) {
    if (value == null) {
      return "";
    }
    return FORMULA.stream().anyMatch(value::startsWith) ? "'" + value : value;
  }

  static String quoted(String cell) {
    return cell.matches(NEEDS_QUOTES) ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }
}
