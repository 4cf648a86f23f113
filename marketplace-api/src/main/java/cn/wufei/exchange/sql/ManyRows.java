package cn.wufei.exchange.sql;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement that inserts many rows, for the tables that every posting writes to: rendering it
/// through jOOQ, or binding a thousand parameters, takes longer than the server takes to run it.
///
/// Values are written as literals. Numbers and times are made here of numbers; a text of letters,
/// digits and `-_/:.` is quoted as it is, any other and bytes become hexadecimal literals. So no
/// value can end its literal.
public final class ManyRows {

  /// Bytes of one statement after which another begins; the servers take at least 16 MiB.
  private static final int TEXT_MAX = 1 << 20;

  private static final HexFormat HEX = HexFormat.of();

  private final String head;
  private final String tail;
  private final int columns;
  private final StringBuilder text = new StringBuilder();
  private final List<String> full = new ArrayList<>();

  /// @param tail what follows the rows, such as `on duplicate key update ...`, or nothing
  public ManyRows(String table, List<String> columns, String tail) {
    this.head = "insert into " + table + " (" + String.join(", ", columns) + ") values ";
    this.tail = tail.isEmpty() ? "" : " " + tail;
    this.columns = columns.size();
  }

  public ManyRows add(@Nullable Object... values) {
    if (values.length != columns) {
      throw new IllegalArgumentException("a row has " + columns + " values: " + values.length);
    }
    text.append(text.isEmpty() ? head : ",");
    char before = '(';
    for (Object value : values) {
      text.append(before);
      write(value);
      before = ',';
    }
    text.append(')');
    if (text.length() > TEXT_MAX) {
      finish();
    }
    return this;
  }

  /// Inserts what was added and forgets it.
  public void execute(Connection connection) throws SQLException {
    finish();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String one : full) {
        statement.executeUpdate(one);
      }
    }
    full.clear();
  }

  private void finish() {
    if (!text.isEmpty()) {
      full.add(text.append(tail).toString());
      text.setLength(0);
    }
  }

  private void write(@Nullable Object value) {
    switch (value) {
      case null -> text.append("null");
      case Id id -> text.append(id.value());
      case Long number -> text.append(number.longValue());
      case Integer number -> text.append(number.intValue());
      case Short number -> text.append(number.shortValue());
      case BigDecimal number -> text.append(number.toPlainString());
      case Boolean truth -> text.append(truth ? '1' : '0');
      case String string -> string(string);
      case byte[] bytes -> hex(bytes);
      case Instant instant -> instant(instant);
      case LocalDate day -> text.append('\'').append(day).append('\'');
      default -> throw new IllegalArgumentException("not for a literal: " + value.getClass());
    }
  }

  private void string(String string) {
    if (isPlain(string)) {
      text.append('\'').append(string).append('\'');
    } else {
      text.append("_utf8mb4 ");
      hex(string.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Letters, digits and the marks of codes and references: nothing that means anything in SQL.
  private static boolean isPlain(String string) {
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_'
              || c == '/'
              || c == ':'
              || c == '.';
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private void hex(byte[] bytes) {
    text.append("x'").append(HEX.formatHex(bytes)).append('\'');
  }

  private void instant(Instant instant) {
    text.append('\'');
    appendTo(text, instant);
    text.append('\'');
  }

  /// As `datetime(6)` is written, in UTC.
  public static String text(Instant instant) {
    StringBuilder text = new StringBuilder(26);
    appendTo(text, instant);
    return text.toString();
  }

  private static void appendTo(StringBuilder text, Instant instant) {
    LocalDateTime at = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    digits(text, at.getYear(), 4).append('-');
    digits(text, at.getMonthValue(), 2).append('-');
    digits(text, at.getDayOfMonth(), 2).append(' ');
    digits(text, at.getHour(), 2).append(':');
    digits(text, at.getMinute(), 2).append(':');
    digits(text, at.getSecond(), 2).append('.');
    digits(text, instant.getNano() / 1_000, 6);
  }

  private static StringBuilder digits(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    return text.append("0".repeat(width - digits.length())).append(digits);
  }
}
