package cn.wufei.exchange.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import cn.wufei.indexer.document.MatchPart;
import cn.wufei.indexer.document.MonthPart;
import cn.wufei.indexer.document.OrganisationPart;
import cn.wufei.indexer.document.SitePart;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Documents that were written before their shape grew lie in the database and in the index.
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierDocumentTest {

  private static final List<MonthPart> MONTHS = List.of(new MonthPart("2026-03", 1_000));

  @Test
  void a_document_without_months_is_read_as_one_that_does_not_recur() throws IOException {
    ObjectMapper json = ObjectMapper.getDefault();
    String now = json.writeValueAsString(lot());
    String earlier = now.replaceAll(",?\"months\":\\[[^]]*\\]", "");

    LotDocument read = Objects.requireNonNull(json.readValue(earlier, LotDocument.class));

    assertThat(earlier).isNotEqualTo(now).doesNotContain("months");
    assertThat(read.months()).isEmpty();
    assertThat(read.matching().months()).isEmpty();
    assertThat(LotSummary.of(read).months()).isEmpty();
  }

  private static LotDocument lot() {
    return new LotDocument(
        "1",
        1,
        "published",
        new OrganisationPart("2", "厂", null, "verified", false),
        new SitePart("3", "厂", null, "370300", new GeoPoint(36, 117), List.of()),
        "4",
        "bof-slag",
        "SW01",
        null,
        "钢渣",
        null,
        "negotiation",
        "firm",
        1_000,
        1_000,
        0,
        0,
        BigDecimal.TEN,
        true,
        null,
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2026, 12, 31),
        List.of(),
        MONTHS,
        List.of(),
        Instant.parse("2026-01-01T00:00:00Z"),
        null,
        List.of(),
        MatchPart.ofLot(List.of(), List.of(), 1_000, 1, MONTHS));
  }
}
