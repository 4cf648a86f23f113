package cn.wufei.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The paper of a laboratory of the demo: one page of PDF, which says itself that its figures are
/// invented. In English, with a font that every reader has, and the same bytes for the same report,
/// so that a loading that was broken off can be done again. The libraries that write PDF put the
/// time or the fonts of the machine into it.
final class ReportSheet {

  private static final int LEFT = 60;
  private static final int TOP = 780;
  private static final int LINE_HEIGHT = 20;
  private static final int COLUMN_WIDTH = 130;

  private ReportSheet() {}

  /// @param report as the exchange tells it; what it names is ASCII
  static byte[] of(JsonNode report) {
    String content = drawn(lines(report));
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
                + " /Resources << /Font << /F 4 0 R >> >> >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Length " + content.length() + " >>\nstream\n" + content + "endstream");
    StringBuilder file = new StringBuilder("%PDF-1.4\n");
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n \n".formatted(file.length()));
      file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int tableAt = file.length();
    int entries = objects.size() + 1;
    file.append("xref\n0 ").append(entries).append('\n').append(table);
    file.append("trailer\n<< /Size ").append(entries).append(" /Root 1 0 R >>\n");
    file.append("startxref\n").append(tableAt).append("\n%%EOF\n");
    return file.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static List<List<String>> lines(JsonNode report) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("TEST REPORT"));
    lines.add(List.of("Demonstration of an exchange; laboratory and figures are invented."));
    lines.add(List.of());
    lines.add(List.of("Number", report.path("reportNumber").asText()));
    lines.add(List.of("Sampled on", report.path("sampledOn").asText()));
    lines.add(List.of("Reported on", report.path("reportedOn").asText()));
    lines.add(List.of("Valid to", report.path("validTo").asText()));
    lines.add(List.of());
    lines.add(List.of("Parameter", "Basis", "From", "To"));
    report
        .path("values")
        .forEach(value ->
            lines.add(
                List.of(
                    value.path("parameter").asText(),
                    value.path("basis").asText(),
                    value.path("min").asText(),
                    value.path("max").asText())));
    return lines;
  }

  private static String drawn(List<List<String>> lines) {
    StringBuilder content = new StringBuilder("BT /F 12 Tf\n");
    for (int line = 0; line < lines.size(); line++) {
      List<String> cells = lines.get(line);
      for (int column = 0; column < cells.size(); column++) {
        content.append(
            "1 0 0 1 %d %d Tm (%s) Tj\n"
                .formatted(
                    LEFT + column * COLUMN_WIDTH,
                    TOP - line * LINE_HEIGHT,
                    quoted(cells.get(column))));
      }
    }
    return content.append("ET\n").toString();
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
  }
}
