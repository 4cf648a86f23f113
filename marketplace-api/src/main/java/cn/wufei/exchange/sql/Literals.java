package cn.wufei.exchange.sql;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Values as literals of SQL. Numbers and times are made here of numbers; a text of letters, digits
/// and `-_/:.` is quoted as it is, any other and bytes become hexadecimal literals. So no value can
/// end its literal.
final class Literals {

  private static final HexFormat HEX = HexFormat.of();

  private Literals() {}

  static void write(StringBuilder text, @Nullable Object value) {
    switch (value) {
      case null -> text.append("null");
      case Id id -> text.append(id.value());
      case Long number -> text.append(number.longValue());
      case Integer number -> text.append(number.intValue());
      case Short number -> text.append(number.shortValue());
      case BigDecimal number -> text.append(number.toPlainString());
      case Boolean truth -> text.append(truth ? '1' : '0');
      case String string -> string(text, string);
      case byte[] bytes -> hex(text, bytes);
      case Instant instant -> instant(text, instant);
      case LocalDate day -> text.append('\'').append(day).append('\'');
      default -> throw new IllegalArgumentException("not for a literal: " + value.getClass());
    }
  }

  private static void string(StringBuilder text, String string) {
    if (isPlain(string)) {
      text.append('\'').append(string).append('\'');
    } else {
      text.append("_utf8mb4 ");
      hex(text, string.getBytes(StandardCharsets.UTF_8));
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

  private static void hex(StringBuilder text, byte[] bytes) {
    text.append("x'").append(HEX.formatHex(bytes)).append('\'');
  }

  private static void instant(StringBuilder text, Instant instant) {
    text.append('\'');
    appendTo(text, instant);
    text.append('\'');
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
