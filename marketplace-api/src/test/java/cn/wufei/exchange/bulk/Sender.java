package cn.wufei.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A member who sends tables and reads what became of them.
record Sender(Http http) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  JsonNode send(String name, @Nullable String kind, boolean dryRun, byte[] file) {
    return http.post(
            "/imports?name="
                + Http.encoded(name)
                + "&dryRun="
                + dryRun
                + (kind == null ? "" : "&kind=" + kind),
            file)
        .expect(201)
        .json();
  }

  /// What was sent, once it has ended.
  JsonNode ended(JsonNode sent) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> http.get("/imports/" + id(sent)).expect(200).json(), each -> each.has("endedAt"));
  }

  static String id(JsonNode node) {
    return node.at("/id").asText();
  }

  /// Created, changed, ignored, refused, unchecked.
  static List<Integer> counts(JsonNode done) {
    List<Integer> counts =
        List.of("created", "changed", "ignored", "refused", "unchecked").stream()
            .map(name -> done.at("/" + name).asInt())
            .toList();
    assertThat(done.at("/linesDone").asInt())
        .isEqualTo(counts.stream().mapToInt(Integer::intValue).sum());
    return counts;
  }

  List<JsonNode> lines(JsonNode done, @Nullable String result) {
    List<JsonNode> lines = new ArrayList<>();
    String next = "";
    do {
      JsonNode page =
          http.get(
                  "/imports/"
                      + id(done)
                      + "/lines?limit=40"
                      + (result == null ? "" : "&result=" + result)
                      + next)
              .expect(200)
              .json();
      page.at("/items").forEach(lines::add);
      next = page.has("next") ? "&cursor=" + page.at("/next").asText() : "";
    } while (!next.isEmpty());
    return lines;
  }

  /// Line, column and code of each, in the order of the file.
  List<String> faults(JsonNode done) {
    return lines(done, null).stream()
        .flatMap(line ->
            StreamSupport.stream(line.at("/faults").spliterator(), false)
                .map(fault ->
                    line.at("/line").asText()
                        + " "
                        + fault.at("/column").asText()
                        + " "
                        + fault.at("/code").asText()))
        .toList();
  }

  static byte[] csv(String heading, String... lines) {
    return (heading + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// A workbook with one sheet.
  static byte[] workbook(String sheet, Consumer<Worksheet> fill) {
    return sheets(workbook -> fill.accept(workbook.newWorksheet(sheet)));
  }

  static byte[] sheets(Consumer<Workbook> fill) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      fill.accept(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void row(Worksheet sheet, int row, Object... values) {
    for (int column = 0; column < values.length; column++) {
      switch (values[column]) {
        case Number number -> sheet.value(row, column, number);
        case LocalDate day -> {
          sheet.value(row, column, day);
          sheet.style(row, column).format("yyyy-mm-dd").set();
        }
        default -> sheet.value(row, column, values[column].toString());
      }
    }
  }
}
