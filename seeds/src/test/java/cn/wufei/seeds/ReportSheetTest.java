package cn.wufei.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportSheetTest {

  @Test
  void the_same_report_is_the_same_bytes() {
    assertThat(ReportSheet.of(report())).isEqualTo(ReportSheet.of(report()));
  }

  @Test
  void a_sheet_names_its_report_and_what_was_found() {
    assertThat(text()).contains("(ZJ-\\(1\\))", "(moisture)", "(8.25)", "(9.5)", "invented");
  }

  @Test
  void each_object_lies_where_the_table_says() {
    String file = text();
    assertThat(file).startsWith("%PDF-").endsWith("%%EOF\n");
    Matcher table = Pattern.compile("(\\d{10}) 00000 n \n").matcher(file);
    int number = 0;
    while (table.find()) {
      number++;
      assertThat(file.substring(Integer.parseInt(table.group(1)))).startsWith(number + " 0 obj\n");
    }
    assertThat(number).isEqualTo(5);
    Matcher start = Pattern.compile("startxref\n(\\d+)\n").matcher(file);
    assertThat(start.find()).isTrue();
    assertThat(file.substring(Integer.parseInt(start.group(1)))).startsWith("xref\n");
    Matcher stream =
        Pattern.compile("/Length (\\d+) >>\nstream\n(.*)endstream", Pattern.DOTALL).matcher(file);
    assertThat(stream.find()).isTrue();
    assertThat(stream.group(2)).hasSize(Integer.parseInt(stream.group(1)));
  }

  private static String text() {
    return new String(ReportSheet.of(report()), StandardCharsets.US_ASCII);
  }

  private static ObjectNode report() {
    ObjectNode report = Api.body().put("reportNumber", "ZJ-(1)").put("sampledOn", "2026-05-01");
    report
        .putArray("values")
        .addObject()
        .put("parameter", "moisture")
        .put("basis", "wet")
        .put("min", 8.25)
        .put("max", 9.5);
    return report;
  }
}
