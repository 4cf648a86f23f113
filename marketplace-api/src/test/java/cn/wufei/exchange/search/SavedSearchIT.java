package cn.wufei.exchange.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SavedSearchIT {

  private static TestOrganisation producer;
  private static TestOrganisation receiver;

  @BeforeAll
  static void begin() {
    TestExchange.get().search();
    producer = Fixtures.producer();
    receiver = Fixtures.receiver();
    TestSearch.awaitAnswer(
        receiver.admin(), "/search/lots?limit=1", answer -> answer.status() == 200);
  }

  @Test
  void a_search_is_kept_counted_opened_renamed_and_deleted() {
    Http reader = Http.as(Fixtures.joining(receiver.admin(), Role.READER));
    String mark = "zs" + Fixtures.nextNumber();
    Http.Answer saved =
        save(reader, "lots", "钢渣", "text=" + mark + "&quality=moisture:..12:wet&sort=newest")
            .expect(201);
    String id = saved.text("id");
    assertThat(newCount(reader, id)).isZero();

    publish(mark, "5");
    TestSearch.awaitAnswer(
        receiver.admin(), "/search/lots?text=" + mark, answer -> answer.number("total") == 1);
    assertThat(newCount(reader, id)).isEqualTo(1);

    reader.post("/saved-searches/" + id + "/opening").expect(200);
    assertThat(newCount(reader, id)).isZero();

    Http.Answer renamed =
        reader
            .ifMatch(saved.number("version"))
            .put("/saved-searches/" + id, Map.of("name", "干钢渣"))
            .expect(200);
    assertThat(renamed.text("name")).isEqualTo("干钢渣");
    assertThat(renamed.number("version")).isEqualTo(saved.number("version") + 1);
    assertThat(
            reader
                .ifMatch(saved.number("version"))
                .put("/saved-searches/" + id, Map.of("name", "x"))
                .status())
        .isEqualTo(412);
    assertThat(reader.ifMatch(1).delete("/saved-searches/" + id).status()).isEqualTo(412);

    reader.ifMatch(renamed.number("version")).delete("/saved-searches/" + id).expect(200);
    assertThat(reader.get("/saved-searches").json().at("/items")).isEmpty();
  }

  @Test
  void a_firm_is_told_once_of_what_came_to_a_search_that_it_watches() {
    TestOrganisation buyer = Fixtures.receiver();
    Http reader = Http.as(Fixtures.joining(buyer.admin(), Role.READER));
    String mark = "tz" + Fixtures.nextNumber();
    Http.Answer saved = save(reader, "lots", "盯着", "text=" + mark).expect(201);
    assertThat(saved.json().at("/alerts").asBoolean()).isFalse();
    publish(mark, "5");
    awaitTotal(mark, 1);
    tell();
    assertThat(told(buyer)).isEmpty();

    Http.Answer watched =
        reader
            .ifMatch(1)
            .put("/saved-searches/" + saved.text("id"), Map.of("name", "盯着", "alerts", true))
            .expect(200);
    assertThat(watched.json().at("/alerts").asBoolean()).isTrue();
    tell();
    assertThat(told(buyer)).as("what was there before").isEmpty();
    publish(mark, "6");
    publish(mark, "7");
    awaitTotal(mark, 3);
    tell();
    tell();
    assertThat(told(buyer))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.at("/facts/count").asLong()).isEqualTo(2);
          assertThat(notice.at("/facts/name").asText()).isEqualTo("盯着");
          assertThat(notice.at("/facts/query").asText()).isEqualTo("text=" + mark);
        });

    publish(mark, "8");
    awaitTotal(mark, 4);
    reader.post("/saved-searches/" + saved.text("id") + "/opening").expect(200);
    tell();
    assertThat(told(buyer)).as("what was seen on the page").hasSize(1);

    reader
        .ifMatch(2)
        .put("/saved-searches/" + saved.text("id"), Map.of("name", "不盯了", "alerts", false))
        .expect(200);
    publish(mark, "9");
    awaitTotal(mark, 5);
    tell();
    assertThat(told(buyer)).hasSize(1);
  }

  @Test
  void nobody_is_told_for_a_member_who_has_left() {
    TestOrganisation buyer = Fixtures.receiver();
    TestMember leaving = Fixtures.joining(buyer.admin(), Role.READER);
    String mark = "lk" + Fixtures.nextNumber();
    Http.as(leaving)
        .post(
            "/saved-searches",
            Map.of("kind", "lots", "name", "n", "query", "text=" + mark, "alerts", true))
        .expect(201);
    publish(mark, "5");
    awaitTotal(mark, 1);
    Http.as(buyer.admin())
        .ifMatch(1)
        .post("/members/" + leaving.memberId() + "/deactivation")
        .expect(200);

    tell();

    assertThat(told(buyer)).isEmpty();
  }

  private static void tell() {
    TestExchange.get().bean(TellNewResults.class).run();
  }

  private static void awaitTotal(String mark, int total) {
    TestSearch.awaitAnswer(
        receiver.admin(), "/search/lots?text=" + mark, answer -> answer.number("total") == total);
  }

  private static List<JsonNode> told(TestOrganisation firm) {
    List<JsonNode> told = new ArrayList<>();
    for (JsonNode notice : Http.as(firm.admin()).get("/notices").expect(200).json().at("/items")) {
      if (notice.at("/kind").asText().equals(TellNewResults.KIND)) {
        told.add(notice);
      }
    }
    return told;
  }

  @Test
  void nobody_else_sees_it_not_even_a_colleague() {
    Http owner = Http.as(receiver.admin());
    String id = save(owner, "lots", "mine", "").expect(201).text("id");
    Http colleague = Http.as(Fixtures.joining(receiver.admin(), Role.TRADER));

    assertThat(colleague.get("/saved-searches").json().at("/items")).isEmpty();
    assertThat(colleague.post("/saved-searches/" + id + "/opening").status()).isEqualTo(404);
    assertThat(colleague.ifMatch(1).delete("/saved-searches/" + id).status()).isEqualTo(404);
    assertThat(colleague.ifMatch(1).put("/saved-searches/" + id, Map.of("name", "theirs")).status())
        .isEqualTo(404);
    assertThat(owner.get("/saved-searches").text("items/0/name")).isEqualTo("mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # kind    | query                            | parameter
            lots    | colour=red                       | colour
            lots    | sort=sideways                    | sort
            lots    | minQuantityKg=many               | minQuantityKg
            lots    | minQuantityKg=-1                 | minQuantityKg
            lots    | quality=wetness:..12:wet         | quality
            lots    | area=nonsense                    | area
            lots    | siteId=nowhere                   | siteId
            lots    | availableFrom=soon               | availableFrom
            lots    | adcode=37                        | adcode
            lots    | lotId=7ZZZZZZZZZZZZ              | lotId
            demands | maxDeliveredYuanPerT=3           | maxDeliveredYuanPerT
            demands | quantityKind=firm                | quantityKind
          """)
  void what_is_no_search_is_not_kept(String kind, String query, String parameter) {
    Http.Answer answer = save(Http.as(receiver.trader()), kind, "name", query);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("saved-query-invalid");
    assertThat(answer.json().findValuesAsText("parameter")).containsExactly(parameter);
  }

  @Test
  void a_name_is_taken_once_and_fifty_are_enough() {
    TestMember member = Fixtures.joining(producer.admin(), Role.TRADER);
    Http trader = Http.as(member);
    save(trader, "demands", "one", "material=bof-slag&material=eaf-slag&sort=delivered")
        .expect(201);
    assertThat(save(trader, "lots", "one", "").code()).isEqualTo("name-taken");
    for (int i = 1; i < 50; i++) {
      save(trader, i % 2 == 0 ? "lots" : "demands", "n" + i, "").expect(201);
    }

    assertThat(save(trader, "lots", "too many", "").code()).isEqualTo("saved-searches-full");
    assertThat(trader.get("/saved-searches").expect(200).json().at("/items")).hasSize(50);
  }

  @Test
  void a_blank_name_is_malformed() {
    assertThat(save(Http.as(receiver.trader()), "lots", " ", "").status()).isEqualTo(400);
    assertThat(save(Http.as(receiver.trader()), "loads", "name", "").status()).isEqualTo(400);
    assertThat(save(Http.as(receiver.trader()), "lots", "name", "x".repeat(2_001)).status())
        .isEqualTo(400);
  }

  private static Http.Answer save(Http client, String kind, String name, String query) {
    return client.post("/saved-searches", Map.of("kind", kind, "name", name, "query", query));
  }

  private static long newCount(Http client, String id) {
    for (var item : client.get("/saved-searches").expect(200).json().at("/items")) {
      if (item.at("/id").asText().equals(id)) {
        return item.at("/newCount").asLong(-1);
      }
    }
    return -2;
  }

  private static void publish(String mark, String moisture) {
    LotDocument lot =
        MarketFixture.lot(
            producer,
            mark,
            new GeoPoint(36.8, 118),
            "10",
            "bof-slag",
            1_000_000,
            List.of(MarketFixture.moisture(moisture, moisture)));
    Instant now = Instant.now(TestExchange.get().bean(Clock.class));
    MarketFixture.put(MarketFixture.publishedAt(lot, now));
  }
}
