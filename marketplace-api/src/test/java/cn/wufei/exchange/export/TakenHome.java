package cn.wufei.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestMember;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// An archive that was taken home, read by other means than it was written.
///
/// @param files by their names
record TakenHome(Map<String, byte[]> files) {

  static TakenHome by(TestMember member, String language) {
    HttpResponse<byte[]> answer = Http.as(member).download("/export?language=" + language);
    assertThat(answer.statusCode()).isEqualTo(200);
    return of(answer.body());
  }

  static TakenHome of(byte[] archive) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TakenHome(files);
  }

  byte[] file(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  String text(String name) {
    return new String(file(name), StandardCharsets.UTF_8);
  }

  /// Everything that can be read in it.
  String all() {
    return String.join("\n", files.keySet().stream().map(this::text).toList());
  }

  JsonNode manifest() {
    try {
      return Http.JSON.readTree(file("manifest.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Instant exportedAt() {
    return OffsetDateTime.parse(manifest().at("/exportedAt").asText()).toInstant();
  }

  /// Number of the last posting that the last block seals.
  long lastPosting() {
    return manifest().at("/ledger/lastPosting").asLong();
  }

  /// With what the manifest says that the sum of a column has to agree.
  BigDecimal checkedSum(String table, String column) {
    for (JsonNode check : manifest().at("/checks")) {
      if (check.at("/file").asText().equals(table + ".csv")
          && check.at("/column").asText().equals(column)) {
        return check.at("/otherSum").decimalValue();
      }
    }
    throw new AssertionError("nothing is checked of " + column);
  }

  JsonNode fileInManifest(String name) {
    for (JsonNode file : manifest().at("/files")) {
      if (file.at("/file").asText().equals(name)) {
        return file;
      }
    }
    throw new AssertionError("the manifest does not have " + name);
  }

  /// The rows of a table by the keys that the manifest gives its headings.
  List<Map<String, String>> rows(String table) {
    String text = text(table + ".csv");
    assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
    List<List<String>> lines =
        CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
            .map(line -> List.copyOf(line.getFields()))
            .toList();
    JsonNode columns = fileInManifest(table + ".csv").at("/columns");
    assertThat(columns.findValuesAsText("heading")).containsExactlyElementsOf(lines.getFirst());
    List<String> keys = columns.findValuesAsText("key");
    return lines.stream().skip(1).map(line -> row(keys, line)).toList();
  }

  private static Map<String, String> row(List<String> keys, List<String> cells) {
    assertThat(cells).hasSameSizeAs(keys);
    Map<String, String> row = new LinkedHashMap<>();
    IntStream.range(0, keys.size()).forEach(i -> row.put(keys.get(i), cells.get(i)));
    return row;
  }

  /// The one row of a table that has the value.
  Map<String, String> row(String table, String key, String value) {
    List<Map<String, String>> found =
        rows(table).stream().filter(row -> value.equals(row.get(key))).toList();
    assertThat(found).as("%s with %s %s", table, key, value).hasSize(1);
    return found.getFirst();
  }

  List<String> column(String table, String key) {
    return rows(table).stream().map(row -> Objects.requireNonNull(row.get(key), key)).toList();
  }

  BigDecimal sum(String table, String key) {
    return column(table, key).stream()
        .map(TakenHome::number)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static BigDecimal number(String cell) {
    return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
  }
}
