package cn.wufei.exchange.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One data file as it was read: comma-separated UTF-8 text behind a head of comment lines.
///
/// ```
/// # dataset: tax-rates
/// # edition: 2018
/// # source: TAX the statutory table of the environmental protection tax
/// key,name_zh,name_en,yuan_per_t,source,verified
/// coal-gangue,煤矸石,coal gangue,5,TAX,verified
/// ```
///
/// Every tag in a row's `source` column must be explained by a `# source:` line of the head. Fields
/// with a comma or a quotation mark stand in quotation marks; lists inside a field are separated by
/// `|`. A byte order mark, as a spreadsheet writes it, is skipped.
record ReferenceFile(
    Dataset dataset, String edition, String source, String sha256, List<Row> rows) {

  private static final long BYTES_MAX = 4L << 20;
  private static final int ROWS_MAX = 20_000;
  private static final int LINE_LENGTH_MAX = 8_000;
  private static final int KEY_LENGTH_MAX = 120;
  private static final int EDITION_LENGTH_MAX = 200;

  ReferenceFile {
    rows = List.copyOf(rows);
  }

  static ReferenceFile read(Path directory, Dataset dataset) {
    Path path = directory.resolve(dataset.file());
    byte[] bytes;
    try {
      if (Files.size(path) > BYTES_MAX) {
        throw new ReferenceFault(path.toString(), "is larger than " + BYTES_MAX + " bytes");
      }
      bytes = Files.readAllBytes(path);
    } catch (IOException _) {
      throw new ReferenceFault(path.toString(), "cannot be read");
    }
    return parse(dataset, bytes);
  }

  static ReferenceFile parse(Dataset dataset, byte[] bytes) {
    Map<String, String> sources = new LinkedHashMap<>();
    Map<String, String> head = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> keys = new HashMap<>();
    boolean columnsSeen = false;
    int line = 0;
    for (String text : textOf(dataset, bytes).split("\r\n|\r|\n", -1)) {
      line++;
      if (text.length() > LINE_LENGTH_MAX) {
        throw new ReferenceFault(
            dataset.file(), line, "is longer than " + LINE_LENGTH_MAX + " characters");
      }
      if (text.startsWith("#")) {
        readHead(dataset, line, text.substring(1).strip(), head, sources);
      } else if (!text.isBlank()) {
        List<String> fields = CsvLine.fields(dataset.file(), line, text);
        if (columnsSeen) {
          Row row = rowOf(dataset, line, fields);
          requireSources(row, sources.keySet());
          if (row.key().length() > KEY_LENGTH_MAX) {
            throw new ReferenceFault(
                dataset.file(), line, "its key is longer than " + KEY_LENGTH_MAX + " characters");
          }
          Integer earlier = keys.putIfAbsent(row.key(), line);
          if (earlier != null) {
            throw new ReferenceFault(
                dataset.file(), line, Row.quoted(row.key()) + " stands already in line " + earlier);
          }
          rows.add(row);
        } else {
          requireColumns(dataset, line, fields);
          columnsSeen = true;
        }
      }
    }
    requireHead(dataset, head, sources, rows);
    return new ReferenceFile(
        dataset,
        head.getOrDefault("edition", ""),
        sources.entrySet().stream()
            .map(source -> source.getKey() + " " + source.getValue())
            .collect(Collectors.joining("; ")),
        sha256(bytes),
        rows);
  }

  private static void readHead(
      Dataset dataset,
      int line,
      String text,
      Map<String, String> head,
      Map<String, String> sources) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return;
    }
    String name = text.substring(0, colon).strip();
    String value = text.substring(colon + 1).strip();
    switch (name) {
      case "dataset" -> {
        if (!value.equals(dataset.code())) {
          throw new ReferenceFault(
              dataset.file(), line, "is the dataset " + value + ", not " + dataset.code());
        }
        head.put(name, value);
      }
      case "edition" -> {
        if (value.length() > EDITION_LENGTH_MAX) {
          throw new ReferenceFault(
              dataset.file(),
              line,
              "the edition is longer than " + EDITION_LENGTH_MAX + " characters");
        }
        head.put(name, value);
      }
      case "source" -> {
        int space = value.indexOf(' ');
        if (space < 0) {
          throw new ReferenceFault(dataset.file(), line, "a source is a tag, a space and a title");
        }
        sources.put(value.substring(0, space), value.substring(space + 1).strip());
      }
      default -> {
        // Any other comment is for the reader.
      }
    }
  }

  private static void requireHead(
      Dataset dataset, Map<String, String> head, Map<String, String> sources, List<Row> rows) {
    for (String name : List.of("dataset", "edition")) {
      if (head.getOrDefault(name, "").isEmpty()) {
        throw new ReferenceFault(dataset.file(), 1, "the head lacks \"# " + name + ": ...\"");
      }
    }
    if (sources.isEmpty()) {
      throw new ReferenceFault(dataset.file(), 1, "the head lacks \"# source: TAG title\"");
    }
    if (rows.isEmpty()) {
      throw new ReferenceFault(dataset.file(), 1, "holds no row");
    }
    if (rows.size() > ROWS_MAX) {
      throw new ReferenceFault(dataset.file(), 1, "holds more than " + ROWS_MAX + " rows");
    }
  }

  private static void requireColumns(Dataset dataset, int line, List<String> fields) {
    if (!fields.equals(dataset.columns())) {
      throw new ReferenceFault(
          dataset.file(), line, "the columns must be " + String.join(",", dataset.columns()));
    }
  }

  private static Row rowOf(Dataset dataset, int line, List<String> fields) {
    int expected = dataset.columns().size();
    if (fields.size() != expected) {
      throw new ReferenceFault(
          dataset.file(), line, "has " + fields.size() + " fields instead of " + expected);
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < expected; i++) {
      named.put(dataset.columns().get(i), fields.get(i));
    }
    return new Row(dataset, line, named);
  }

  private static void requireSources(Row row, Set<String> known) {
    for (String tag : row.source().split(" ", -1)) {
      if (!known.contains(tag)) {
        throw row.fault(
            "source", "names " + Row.quoted(tag) + ", which no \"# source:\" line explains");
      }
    }
  }

  private static String textOf(Dataset dataset, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw new ReferenceFault(dataset.file(), 1, "is not UTF-8 text");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
