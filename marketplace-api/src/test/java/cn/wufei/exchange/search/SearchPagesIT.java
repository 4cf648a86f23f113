package cn.wufei.exchange.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Turning pages while the market changes.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchPagesIT {

  private static final int LOTS = 30;
  private static TestOrganisation producer;
  private static TestOrganisation receiver;

  @BeforeAll
  static void begin() {
    TestExchange.get().search();
    producer = Fixtures.producer();
    receiver = Fixtures.receiver();
  }

  /// After the first page lots that come later are made to come first, one of those shown is made
  /// to come last, and new ones join: each lot of the first moment is shown once all the same.
  @ParameterizedTest
  @ValueSource(strings = {"relevance", "price"})
  void each_lot_is_shown_once_while_others_change(String sort) {
    String mark = "zp" + Fixtures.nextNumber();
    List<LotDocument> lots = publish(mark);
    String path = "/search/lots?text=" + mark + "&limit=7&facets=false&sort=" + sort;
    Http.Answer first = get(path);
    List<String> shown = new ArrayList<>(ids(first));

    Http.Answer second = get(path + "&cursor=" + first.text("next"));
    shown.addAll(ids(second));
    LotDocument seen =
        lots.stream().filter(lot -> lot.id().equals(shown.getFirst())).findFirst().orElseThrow();
    List<LotDocument> unseen = lots.stream().filter(lot -> !shown.contains(lot.id())).toList();
    List<LotDocument> changes = new ArrayList<>();
    changes.add(MarketFixture.changed(seen, 2, mark, new BigDecimal("999")));
    unseen.stream()
        .limit(5)
        .forEach(lot ->
            changes.add(MarketFixture.changed(lot, 2, mark + " " + mark, new BigDecimal("-99"))));
    for (int i = 0; i < 5; i++) {
      changes.add(MarketFixture.lot(producer, mark, new GeoPoint(36.8, 118), "500"));
    }
    MarketFixture.put(changes.toArray(LotDocument[]::new));
    TestSearch.awaitAnswer(
        receiver.admin(),
        "/search/lots?minPriceYuanPerT=999&text=" + mark,
        answer -> answer.number("total") == 1);

    walk(path, second.text("next"), shown);

    assertThat(shown)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(lots.stream().map(LotDocument::id).toList());
  }

  /// As after five minutes, or when the index behind it was replaced.
  @Test
  void a_snapshot_that_is_gone_does_not_keep_one_from_turning_the_page() {
    String mark = "zp" + Fixtures.nextNumber();
    List<LotDocument> lots = publish(mark);
    String path = "/search/lots?text=" + mark + "&limit=7&facets=false&sort=price";
    Http.Answer first = get(path);
    List<String> shown = new ArrayList<>(ids(first));
    String snapshot = partsOf(first.text("next"))[1];
    assertThat(snapshot).hasSizeGreaterThan(50);

    TestExchange.get().search().forget(snapshot);
    walk(path, first.text("next"), shown);

    assertThat(shown)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(lots.stream().map(LotDocument::id).toList());
  }

  @Test
  void a_cursor_is_short_enough_for_an_address() {
    String mark = "zp" + Fixtures.nextNumber();
    publish(mark);

    assertThat(get("/search/lots?limit=7&sort=newest&text=" + mark).text("next"))
        .hasSizeLessThan(1_000);
  }

  @Test
  void a_snapshot_of_the_other_kind_shows_nothing_of_it() {
    String mark = "zp" + Fixtures.nextNumber();
    publish(mark);
    String path = "/search/lots?limit=7&sort=newest&text=" + mark;
    String[] parts = partsOf(get(path).text("next"));
    String foreign = TestExchange.get().search().snapshotOf("wufei-demands");
    String forged =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                String.join(" ", parts[0], foreign, parts[2]).getBytes(StandardCharsets.UTF_8));

    Http.Answer answer = Http.as(receiver.admin()).get(path + "&cursor=" + forged);

    assertThat(answer.status()).isIn(200, 422);
    assertThat(answer.json().at("/items")).isEmpty();
  }

  private static String[] partsOf(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 3);
  }

  private static void walk(String path, String from, List<String> shown) {
    String cursor = from;
    while (!cursor.isEmpty() && shown.size() < 1_000) {
      Http.Answer page = get(path + "&cursor=" + cursor);
      shown.addAll(ids(page));
      cursor = page.text("next");
    }
  }

  private static List<LotDocument> publish(String mark) {
    List<LotDocument> lots =
        IntStream.range(0, LOTS)
            .mapToObj(i ->
                MarketFixture.lot(
                    producer, mark, new GeoPoint(36.8, 118), Integer.toString(i % 10)))
            .toList();
    MarketFixture.put(lots.toArray(LotDocument[]::new));
    TestSearch.awaitAnswer(
        receiver.admin(),
        "/search/lots?text=" + mark,
        answer -> answer.status() == 200 && answer.number("total") == LOTS);
    return lots;
  }

  private static Http.Answer get(String path) {
    return Http.as(receiver.admin()).get(path).expect(200);
  }

  private static List<String> ids(Http.Answer answer) {
    return answer.json().at("/items").findValues("lot").stream()
        .map(lot -> lot.at("/id").asText())
        .toList();
  }
}
