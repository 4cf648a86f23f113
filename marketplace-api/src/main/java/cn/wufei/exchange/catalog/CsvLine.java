package cn.wufei.exchange.catalog;

import java.util.ArrayList;
import java.util.List;

/// The fields of one comma-separated line (RFC 4180, without line breaks inside a field).
final class CsvLine {

  private CsvLine() {}

  static List<String> fields(String file, int line, String text) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      StringBuilder field = new StringBuilder();
      if (at < text.length() && text.charAt(at) == '"') {
        at = readQuoted(file, line, text, at + 1, field);
      } else {
        while (at < text.length() && text.charAt(at) != ',') {
          field.append(text.charAt(at++));
        }
      }
      fields.add(field.toString().strip());
      if (at >= text.length()) {
        return fields;
      }
      if (text.charAt(at) != ',') {
        throw new ReferenceFault(file, line, "has text behind a closing quotation mark");
      }
      at++;
    }
  }

  private static int readQuoted(
      String file, int line, String text, int start, StringBuilder field) {
    int at = start;
    while (at < text.length()) {
      char character = text.charAt(at);
      if (character != '"') {
        field.append(character);
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
        field.append('"');
        at += 2;
      } else {
        return at + 1;
      }
    }
    throw new ReferenceFault(file, line, "has a quotation mark that is not closed");
  }
}
