package cn.wufei.seeds.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table of comma-separated values with names in its first line; `#` begins a comment line, and a
/// field with commas stands in double quotes.
public final class CsvRows {

  private CsvRows() {}

  /// The rows, each by the names of its columns.
  public static List<Map<String, String>> of(String text) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> names = List.of();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> fields = fields(line);
      if (names.isEmpty()) {
        names = fields;
        continue;
      }
      if (fields.size() != names.size()) {
        throw new IllegalArgumentException("not " + names.size() + " fields: " + line);
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), fields.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /// What stands in the column.
  public static String field(Map<String, String> row, String name) {
    String field = row.get(name);
    if (field == null) {
      throw new IllegalArgumentException("there is no column " + name);
    }
    return field;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
