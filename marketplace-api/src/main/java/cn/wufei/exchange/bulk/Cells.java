package cn.wufei.exchange.bulk;

import cn.wufei.exchange.bulk.table.TableCell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads cells as people and spreadsheets fill them.
final class Cells {

  /// What a spreadsheet can tell apart; the rest is noise of its binary numbers.
  private static final MathContext SPREADSHEET = new MathContext(15);

  private static final Pattern PLAIN =
      Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?|[+-]?\\d+(\\.\\d*)?|[+-]?\\.\\d+");
  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(\\.\\d*)?[eE][+-]?\\d{1,3}");

  /// 2026-11-27, 2026/11/27, 2026.11.27, 2026年11月27日, each also with a time of day behind it.
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2})?)?");

  private static final Pattern DATE_OF_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private static final String VALUE = "([+-]?\\d+(?:\\.\\d+)?)";
  private static final Pattern RANGE =
      Pattern.compile(VALUE + "\\s*(?:-|~|—|–|至|到|to)\\s*" + VALUE);
  private static final Pattern AT_MOST = Pattern.compile("(?:<=|≤|不大于|不超过)\\s*" + VALUE);
  private static final Pattern AT_LEAST = Pattern.compile("(?:>=|≥|不小于|不低于)\\s*" + VALUE);
  private static final Pattern ONE = Pattern.compile(VALUE);
  private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)$");
  private static final Set<String> YES = Set.of("是", "yes", "y", "true", "1", "含", "含税");
  private static final Set<String> NO = Set.of("否", "no", "n", "false", "0", "不含", "不含税");

  /// Characters of the longest number, date or range that means something; what is longer is not
  /// looked at, as it would take long.
  private static final int VALUE_MAX = 60;

  private static final int NAME_MAX = 200;

  private Cells() {}

  /// A value, or why there is none.
  record Read<T>(@Nullable T value, @Nullable FaultCode fault) {

    static <T> Read<T> of(T value) {
      return new Read<>(value, null);
    }

    static <T> Read<T> not(FaultCode fault) {
      return new Read<>(null, fault);
    }
  }

  /// Ends of a range; one that is absent is open.
  record Ends(@Nullable BigDecimal min, @Nullable BigDecimal max) {}

  /// A number of a workbook is a text where it has kept all its digits: of a longer one, as a
  /// credit code of digits, the last ones are gone.
  static Read<String> text(TableCell cell) {
    if (cell.form() == TableCell.Form.PERCENT) {
      return Read.of(cell.text() + "%");
    }
    if (cell.form() != TableCell.Form.NUMBER) {
      return Read.of(cell.text());
    }
    Read<BigDecimal> number = number(cell);
    BigDecimal value = number.value();
    if (value == null) {
      return Read.of(cell.text());
    }
    return value.precision() - value.scale() > SPREADSHEET.getPrecision()
        ? Read.not(FaultCode.NUMBER_IN_SCIENTIFIC_NOTATION)
        : Read.of(value.toPlainString());
  }

  static Read<BigDecimal> number(TableCell cell) {
    if (cell.text().length() > VALUE_MAX) {
      return Read.not(FaultCode.NOT_A_NUMBER);
    }
    if (cell.form() == TableCell.Form.DATE || cell.form() == TableCell.Form.PERCENT) {
      return Read.not(FaultCode.NOT_A_NUMBER);
    }
    String text = ascii(cell.text()).replace(" ", "");
    if (isStored(cell)) {
      BigDecimal value = stored(text);
      return value == null ? Read.not(FaultCode.NOT_A_NUMBER) : Read.of(value);
    }
    if (SCIENTIFIC.matcher(text).matches()) {
      return Read.not(FaultCode.NUMBER_IN_SCIENTIFIC_NOTATION);
    }
    return PLAIN.matcher(text).matches()
        ? Read.of(plain(new BigDecimal(text.replace(",", ""))))
        : Read.not(FaultCode.NOT_A_NUMBER);
  }

  private static boolean isStored(TableCell cell) {
    return cell.form() == TableCell.Form.NUMBER || cell.form() == TableCell.Form.PERCENT;
  }

  private static @Nullable BigDecimal stored(String text) {
    return SCIENTIFIC.matcher(text).matches() || PLAIN.matcher(text).matches()
        ? plain(new BigDecimal(text.replace(",", "")).round(SPREADSHEET))
        : null;
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static Read<Integer> whole(TableCell cell) {
    Read<BigDecimal> number = number(cell);
    BigDecimal value = number.value();
    if (value == null) {
      return Read.not(FaultCode.NOT_A_NUMBER);
    }
    try {
      return Read.of(value.intValueExact());
    } catch (ArithmeticException _) {
      return Read.not(FaultCode.NOT_A_NUMBER);
    }
  }

  /// A number of a workbook that is not shown as a day is one only when it reads so, as 20261127.
  static Read<LocalDate> date(TableCell cell) {
    if (cell.text().length() > VALUE_MAX) {
      return Read.not(FaultCode.NOT_A_DATE);
    }
    String text = ascii(cell.text());
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) {
      parts = DATE_OF_DIGITS.matcher(text);
    }
    if (!parts.matches()) {
      return Read.not(FaultCode.NOT_A_DATE);
    }
    try {
      return Read.of(
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3))));
    } catch (DateTimeException _) {
      return Read.not(FaultCode.NOT_A_DATE);
    }
  }

  static Read<Boolean> yesNo(TableCell cell) {
    String text = named(cell.text());
    if (YES.contains(text)) {
      return Read.of(true);
    }
    return NO.contains(text) ? Read.of(false) : Read.not(FaultCode.NOT_YES_OR_NO);
  }

  static Read<String> choice(TableCell cell, List<ImportColumn.Choice> choices) {
    String text = named(cell.text());
    return choices.stream()
        .filter(choice ->
            text.equals(named(choice.code()))
                || text.equals(named(choice.nameZh()))
                || text.equals(named(choice.nameEn())))
        .findFirst()
        .map(choice -> Read.of(choice.code()))
        .orElseGet(() -> Read.not(FaultCode.NOT_A_CHOICE));
  }

  /// @param isPercent whether the values are percentages, so that they may say so
  static Read<Ends> ends(TableCell cell, boolean isOpenAllowed, boolean isPercent) {
    if (cell.text().length() > VALUE_MAX || cell.form() == TableCell.Form.DATE) {
      return Read.not(FaultCode.NOT_A_RANGE);
    }
    String text = ascii(cell.text());
    if (!isPercent && (cell.form() == TableCell.Form.PERCENT || text.contains("%"))) {
      return Read.not(FaultCode.UNIT_NOT_PERCENT);
    }
    if (isStored(cell)) {
      BigDecimal value = stored(text);
      return value == null ? Read.not(FaultCode.NOT_A_RANGE) : Read.of(new Ends(value, value));
    }
    text = text.replace("%", "").strip();
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return Read.of(new Ends(decimal(range.group(1)), decimal(range.group(2))));
    }
    Matcher one = ONE.matcher(text);
    if (one.matches()) {
      return Read.of(new Ends(decimal(one.group(1)), decimal(one.group(1))));
    }
    Matcher most = AT_MOST.matcher(text);
    Matcher least = AT_LEAST.matcher(text);
    if (isOpenAllowed && most.matches()) {
      return Read.of(new Ends(null, decimal(most.group(1))));
    }
    return isOpenAllowed && least.matches()
        ? Read.of(new Ends(decimal(least.group(1)), null))
        : Read.not(FaultCode.NOT_A_RANGE);
  }

  private static BigDecimal decimal(String text) {
    return plain(new BigDecimal(text));
  }

  /// Digits and signs of full width as those of ASCII.
  private static String ascii(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  /// What stands in the brackets at the end of a heading, such as its unit; empty when nothing
  /// does.
  static String bracketed(String text) {
    Matcher found = BRACKETS.matcher(whole(text));
    return found.find() ? found.group(1) : "";
  }

  /// A name as it stands, without blanks, stars and the difference of capital letters.
  static String whole(String text) {
    return ascii(text.substring(0, Math.min(text.length(), NAME_MAX)))
        .replaceAll("[\\s*]", "")
        .toLowerCase(Locale.ROOT);
  }

  /// A name in the form in which names are compared: without what stands in brackets, blanks,
  /// stars, and the difference of capital letters.
  static String named(String text) {
    return ascii(text.substring(0, Math.min(text.length(), NAME_MAX)))
        .replaceAll("\\([^)]*\\)", "")
        .replaceAll("[\\s*]", "")
        .toLowerCase(Locale.ROOT);
  }
}
