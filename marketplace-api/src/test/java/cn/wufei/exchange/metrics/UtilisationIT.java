package cn.wufei.exchange.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The figures that the audit desk and a plant read, from postings made through the API.
@DisplayNameGeneration(ReplaceUnderscores.class)
class UtilisationIT {

  private static final String YEAR_2019 = "from=2019-01&to=2019-12";

  /// A statistics bureau's figures of a mining district: what it declares stored is 15,880 t more
  /// than generation less use, disposal and dumping leave. The exchange shows that and changes
  /// neither.
  @Test
  void the_declared_stock_of_dexing_2019_leaves_a_residual_that_is_shown() {
    TestOrganisation mine = Fixtures.producer();
    String stream = stream(mine, "铜尾矿 2019", "iron-tailings", "SW05");
    enter(mine, stream, "generation", 63_237_500_000L, "2019-12-31");
    enter(mine, stream, "own-use", 5_024_900_000L, "2019-12-31");
    enter(mine, stream, "own-disposal", 589_700_000L, "2019-12-31");
    enter(mine, stream, "dumping", 80_000L, "2019-12-31");
    Http.Answer declared =
        Http.as(mine.trader())
            .post(
                "/streams/" + stream + "/stock-takes",
                Map.of(
                    "countedKg", 57_638_700_000L,
                    "occurredOn", "2019-12-31",
                    "method", "declaration"))
            .expect(201);

    Http.Answer rate = Http.as(mine.reader()).get("/metrics/utilisation?" + YEAR_2019).expect(200);

    assertThat(declared.number("residualKg")).isEqualTo(15_880_000L);
    assertThat(declared.number("clearedKg")).isZero();
    assertThat(rate.json().at("/total/rateProvenPct").decimalValue()).isEqualByComparingTo("7.95");
    assertThat(rate.number("total/generatedKg")).isEqualTo(63_237_500_000L);
    assertThat(rate.number("total/onHandKg")).isEqualTo(57_622_820_000L);
    assertThat(rate.number("total/declaredStockKg")).isEqualTo(57_638_700_000L);
    assertThat(rate.number("total/residualKg")).isEqualTo(15_880_000L);
    assertThat(rate.number("total/dumpedKg")).isEqualTo(80_000L);
    Http.Answer balance = Http.as(mine.reader()).get("/streams/" + stream).expect(200);
    assertThat(balance.number("balance/residualKg")).isEqualTo(15_880_000L);
  }

  @Test
  void used_old_stock_is_added_to_the_denominator() {
    TestOrganisation plant = Fixtures.producer();
    String stream = stream(plant, "钢渣尾渣 2019", "steel-slag-tailings", "SW01");
    enter(plant, stream, "opening-stock", 10_000, "2019-01-01");
    enter(plant, stream, "generation", 100_000, "2019-06-30");
    enter(plant, stream, "own-use", 90_000, "2019-09-30");
    enter(plant, stream, "own-disposal", 5_000, "2019-10-31");

    Http.Answer rate = Http.as(plant.reader()).get("/metrics/utilisation?" + YEAR_2019).expect(200);

    assertThat(rate.json().at("/total/rateProvenPct").decimalValue()).isEqualByComparingTo("81.82");
    assertThat(rate.number("total/usedFromOldProvenKg")).isEqualTo(10_000);
    assertThat(rate.number("total/onHandKg")).isEqualTo(15_000);
  }

  @Test
  void a_traded_tonne_reaches_the_audit_desk_and_opens_down_to_its_ticket() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    Http.Answer agreement = trade.agree(60_000);
    Http.Answer load = trade.dispatch(agreement.text("id"), 32_000);
    trade.receive(load, trade.receipt(31_900, 900)).expect(200);
    String month = LocalCalendar.monthOf(trade.receivedAt()).toString();
    Http.Answer report =
        trade.buyer().post("/use-reports", trade.useReport(month, 20_000)).expect(201);
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));
    String plant =
        "?from=%s&to=%s&organisationId=%s".formatted(month, month, trade.producer().id());

    JsonNode total = auditor.get("/metrics/utilisation" + plant).expect(200).json().get("total");
    assertThat(total.get("entrustedDeclaredKg").asLong()).isEqualTo(31_100);
    assertThat(total.get("entrustedProvenKg").asLong()).isEqualTo(20_000);
    assertThat(total.get("rateDeclaredPct").decimalValue()).isEqualByComparingTo("31.10");
    assertThat(total.get("rateProvenPct").decimalValue()).isEqualByComparingTo("20.00");
    assertThat(total.at("/bridge/weighingDifferenceKg").asLong()).isEqualTo(100);
    assertThat(total.at("/bridge/heapKg").asLong()).isEqualTo(11_000);
    assertThat(total.at("/bridge/returnedKg").asLong()).isEqualTo(900);

    assertThat(sumOf(auditor, plant, "generated")).isEqualTo(100_000);
    assertThat(sumOf(auditor, plant, "entrusted-declared")).isEqualTo(31_100);
    assertThat(sumOf(auditor, plant, "entrusted-proven")).isEqualTo(20_000);
    assertThat(sumOf(auditor, plant, "weighing-difference")).isEqualTo(100);
    assertThat(sumOf(auditor, plant, "heap")).isEqualTo(11_000);
    assertThat(sumOf(auditor, plant, "on-hand")).isEqualTo(68_900);

    JsonNode funnel = auditor.get("/audit/funnel" + plant).expect(200).json();
    assertThat(stage(funnel, "contracted")).isEqualTo(60_000);
    assertThat(stage(funnel, "moved")).isEqualTo(31_000);
    assertThat(stage(funnel, "used")).isEqualTo(20_000);
    assertThat(auditor.get("/audit/funnel/moved" + plant).expect(200).text("items/0/id"))
        .isEqualTo(load.text("id"));

    Http.Answer trace = auditor.get("/audit/loads/" + load.text("id")).expect(200);
    assertThat(trace.text("load/destination/ticketNumber")).isNotBlank();
    assertThat(trace.text("agreement/id")).isEqualTo(agreement.text("id"));
    assertThat(trace.json().at("/postings")).isNotEmpty();
    assertThat(trace.json().at("/records")).isNotEmpty();
    Http.Answer use = auditor.get("/audit/use-reports/" + report.text("id")).expect(200);
    assertThat(use.text("loads/0/id")).isEqualTo(load.text("id"));
    assertThat(use.number("consumedKg")).isEqualTo(20_000);
  }

  @Test
  void a_plant_reads_its_own_rate_whatever_it_asks_for() {
    TestOrganisation plant = Fixtures.producer();
    TestOrganisation other = Fixtures.producer();
    String stream = stream(other, "别人的钢渣", "steel-slag-tailings", "SW01");
    enter(other, stream, "generation", 7_000, "2019-06-30");

    Http.Answer rate =
        Http.as(plant.reader())
            .get("/metrics/utilisation?" + YEAR_2019 + "&organisationId=" + other.id())
            .expect(200);

    assertThat(rate.number("total/generatedKg")).isZero();
    assertThat(rate.json().at("/streams")).isEmpty();
  }

  @Test
  void a_period_that_ends_before_it_begins_is_refused() {
    Http reader = Http.as(Fixtures.producer().reader());

    Http.Answer reversed = reader.get("/metrics/utilisation?from=2019-02&to=2019-01");
    Http.Answer malformed = reader.get("/metrics/utilisation?from=2019-13&to=2019-01");

    assertThat(reversed.status()).isEqualTo(422);
    assertThat(reversed.code()).isEqualTo("period-reversed");
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.text("fields/0/path")).isEqualTo("from");
  }

  private static long sumOf(Http auditor, String plant, String figure) {
    long sum = 0;
    JsonNode items =
        auditor
            .get("/metrics/postings" + plant + "&limit=100&figure=" + figure)
            .expect(200)
            .json()
            .get("items");
    for (JsonNode item : items) {
      sum += item.get("kg").asLong();
    }
    return sum;
  }

  private static long stage(JsonNode funnel, String name) {
    for (JsonNode stage : funnel.get("stages")) {
      if (stage.get("stage").asText().equals(name)) {
        return stage.get("kg").asLong();
      }
    }
    throw new AssertionError("no stage " + name + " in " + funnel);
  }

  private static String stream(
      TestOrganisation plant, String name, String material, String classCode) {
    return Http.as(plant.trader())
        .post(
            "/streams",
            Map.of(
                "siteId", plant.siteId().toString(),
                "materialKey", material,
                "classCode", classCode,
                "name", name))
        .expect(201)
        .text("id");
  }

  private static void enter(
      TestOrganisation plant, String stream, String kind, long kg, String day) {
    Http.as(plant.trader())
        .post(
            "/streams/" + stream + "/entries",
            Map.of("kind", kind, "quantityKg", kg, "occurredOn", day))
        .expect(201);
  }
}
