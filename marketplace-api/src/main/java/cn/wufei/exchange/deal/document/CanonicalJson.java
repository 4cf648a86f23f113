package cn.wufei.exchange.deal.document;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One way only to write a value down (RFC 8785): members in the order of their names, no white
/// space, UTF-8. Members without a value and empty lists are left out. Numbers are those of the
/// trade, with at most 15 digits and none below a ten-thousandth, for which the shortest plain form
/// is that of the standard.
final class CanonicalJson {

  private static final char FIRST_PRINTABLE = ' ';

  private CanonicalJson() {}

  static byte[] of(JsonNode value) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonNode value, StringBuilder text) {
    if (value.isObject()) {
      writeObject(value, text);
    } else if (value.isArray()) {
      writeArray(value, text);
    } else if (value.isString()) {
      writeString(value.getStringValue(), text);
    } else if (value.isNumber()) {
      text.append(plain(value.getBigDecimalValue()));
    } else {
      text.append(value.isBoolean() ? String.valueOf(value.getBooleanValue()) : "null");
    }
  }

  private static void writeObject(JsonNode object, StringBuilder text) {
    Map<String, JsonNode> members = new TreeMap<>();
    object
        .entries()
        .forEach(member -> {
          if (!isNothing(member.getValue())) {
            members.put(member.getKey(), member.getValue());
          }
        });
    char before = '{';
    for (Map.Entry<String, JsonNode> member : members.entrySet()) {
      text.append(before);
      writeString(member.getKey(), text);
      text.append(':');
      write(member.getValue(), text);
      before = ',';
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull() || (value.isArray() && value.size() == 0);
  }

  private static void writeArray(JsonNode array, StringBuilder text) {
    char before = '[';
    for (JsonNode each : array.values()) {
      text.append(before);
      write(each, text);
      before = ',';
    }
    text.append(array.size() == 0 ? "[]" : "]");
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static void writeString(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      switch (each) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (each < FIRST_PRINTABLE) {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
          } else {
            text.append(each);
          }
        }
      }
    }
    text.append('"');
  }
}
