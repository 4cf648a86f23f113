package cn.wufei.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementCsvTest {

  @Test
  void a_row_keeps_negative_numbers_and_leaves_what_is_absent_empty() {
    assertThat(StatementCsv.row(line(7, "=HYPERLINK(\"x\")")))
        .isEqualTo(
            "7,,2026-03-02T01:00:00.000001Z,2026-03-01,own-use,,own-use:X,mass-kg,on-hand,"
                + "\"'=HYPERLINK(\"\"x\"\")\",own-use,\"'=HYPERLINK(\"\"x\"\")\",2026,5,-5,10\r\n");
  }

  @Test
  void a_file_is_read_piece_by_piece_to_its_end() throws IOException {
    List<Long> asked = new ArrayList<>();
    try (StatementFile file =
        new StatementFile(after -> {
          long first = after == null ? 1 : after + 1;
          asked.add(first);
          return first > 4 ? List.of() : List.of(line(first, "A"), line(first + 1, "A"));
        })) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);

      assertThat(text.lines().skip(1).map(row -> row.substring(0, 2)))
          .containsExactly("1,", "2,", "3,", "4,");
      assertThat(asked).containsExactly(1L, 3L, 5L);
      assertThat(file.read()).isEqualTo(-1);
    }
  }

  private static LineView line(long number, String owner) {
    var organisation =
        new OrganisationRef(Id.of(1), owner, null, "producer", "verified", "370117", false);
    return new LineView(
        number,
        null,
        "own-use",
        Id.of(2),
        null,
        "own-use:X",
        LocalDate.of(2026, 3, 1),
        Instant.parse("2026-03-02T01:00:00.000001Z"),
        false,
        "mass-kg",
        5,
        -5L,
        10L,
        new LineView.SideView(null, "on-hand", organisation, 2026, null),
        new LineView.SideView(null, "own-use", organisation, 2026, null),
        true);
  }
}
