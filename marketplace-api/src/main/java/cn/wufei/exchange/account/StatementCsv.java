package cn.wufei.exchange.account;

import cn.wufei.exchange.csv.CsvText;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of a statement's file. Quantities are whole kilograms or fen.
final class StatementCsv {

  static final String HEADER =
      CsvText.row(
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

  private StatementCsv() {}

  static String row(LineView line) {
    Integer year = line.from().generationYear();
    return CsvText.row(
        Stream.of(
            number(line.number()),
            number(line.block()),
            line.recordedAt().toString(),
            line.occurredOn().toString(),
            CsvText.text(line.kind()),
            CsvText.text(line.subjectNumber()),
            CsvText.text(line.reference()),
            CsvText.text(line.unit()),
            CsvText.text(line.from().kind()),
            CsvText.text(line.from().owner().name()),
            CsvText.text(line.to().kind()),
            CsvText.text(line.to().owner().name()),
            number(year == null ? line.to().generationYear() : year),
            number(line.amount()),
            number(line.change()),
            number(line.held())));
  }

  private static String number(@Nullable Number value) {
    return value == null ? "" : value.toString();
  }
}
