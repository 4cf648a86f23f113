package cn.wufei.exchange.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is asked: a clear refusal that names the field, or an honest answer.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchInputIT {

  private static TestOrganisation receiver;

  @BeforeAll
  static void begin() {
    TestExchange.get().search();
    receiver = Fixtures.receiver();
    TestSearch.awaitAnswer(
        receiver.admin(), "/search/lots?limit=1", answer -> answer.status() == 200);
    TestSearch.awaitAnswer(
        receiver.admin(), "/search/demands?limit=1", answer -> answer.status() == 200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # query                                            | status | field
            radiusKm=-1&siteId=SITE                          | 400    | radiusKm
            radiusKm=NaN&siteId=SITE                         | 400    | radiusKm
            radiusKm=1e400&siteId=SITE                       | 400    | radiusKm
            radiusKm=30                                      | 422    | siteId
            minQuantityKg=-1                                 | 400    | minQuantityKg
            minQuantityKg=99999999999999999999               | 400    | minQuantityKg
            minQuantityKg=NaN                                | 400    | minQuantityKg
            maxPriceYuanPerT=Infinity                        | 400    | maxPriceYuanPerT
            maxPriceYuanPerT=1e999999999                     | 400    | maxPriceYuanPerT
            minPriceYuanPerT=123456789                       | 400    | minPriceYuanPerT
            availableFrom=2026-13-01                         | 400    | availableFrom
            availableTo=yesterday                            | 400    | availableTo
            adcode=37                                        | 400    | adcode[0]
            adcode=370100&adcode=x                           | 400    | adcode[1]
            quantityKind=soft                                | 400    | quantityKind[0]
            organisationId=me                                | 400    | organisationId
            quality=wetness:..12:wet                         | 400    | quality[0]
            quality=moisture:..12:damp                       | 400    | quality[0]
            quality=moisture:..12:wet&quality=moisture:9..1  | 400    | quality[1]
            area=nonsense                                    | 400    | area
            area=117,36,118,37,118,36,117,37                 | 400    | area
            area=117,36,118,36,118,NaN                       | 400    | area
            box=1,2,3                                        | 400    | box
            box=118,36,117,37                                | 400    | box
            sort=sideways                                    | 400    | sort
            sort=match                                       | 422    | demandId
            sort=distance                                    | 422    | siteId
            sort=delivered                                   | 422    | siteId
            limit=0                                          | 400    | limit
            limit=101                                        | 400    | limit
            cursor=%00%00                                    | 422    | cursor
            cursor=bm9uc2Vuc2U                               | 422    | cursor
            siteId=nowhere                                   | 400    | siteId
            lotId=SITE                                       | 422    | lotId
            minExWorksYuanPerT=3                             | 422    | minExWorksYuanPerT
            demandId=SITE&sort=match                         | 404    | demandId
          """)
  void what_cannot_be_answered_is_refused_by_name(String query, int status, String field) {
    Http.Answer answer = find(query.replace("SITE", receiver.siteId().toString()));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.json().at("/fields").findValuesAsText("path")).contains(field);
  }

  @Test
  void what_is_too_much_is_refused_by_name() {
    assertRefused("text=" + "钢".repeat(201), "text");
    assertRefused("text=" + "x".repeat(3_400), "text");
    assertRefused(
        IntStream.range(0, 51).mapToObj(i -> "material=m" + i).collect(Collectors.joining("&")),
        "material");
    assertRefused(
        IntStream.range(0, 21)
            .mapToObj(i -> "quality=moisture:.." + i)
            .collect(Collectors.joining("&")),
        "quality");
    assertRefused("area=" + "117,36,".repeat(120) + "118,37", "area");
    assertRefused("cursor=" + "a".repeat(2_100), "cursor");
    assertRefused("material=" + "x".repeat(41), "material[0]");
  }

  @Test
  void a_query_of_ten_kilobytes_or_five_hundred_filters_is_refused_by_name() {
    assertRefused("text=" + "x".repeat(10_000), "text");
    assertRefused(
        IntStream.range(0, 500).mapToObj(i -> "material=m" + i).collect(Collectors.joining("&")),
        "material");
  }

  @Test
  void what_is_longer_than_the_line_that_the_server_reads_is_too_large() {
    assertThat(find("text=" + "x".repeat(40_000)).code()).isEqualTo("request-too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title:\"*\" OR status:withdrawn AND (",
        "*",
        "?*~2^9",
        "\\",
        "{\"match_all\": {}}",
        "\u0000\u0001\u0007\u001b",
        "a\u0000b\nc\td",
        "🚛🏭",
        "\u202e\ufeff\ud83d",
        "'; drop table listing_lot; --",
        "<script>alert(1)</script>",
        "%s%n%x",
        "                ",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        "钢渣 矿渣 石膏 粉煤灰 煤矸石 尾矿 赤泥 除尘灰 氧化铁皮 废砂 污泥 炉渣 钢渣 矿渣",
      })
  void words_of_any_kind_are_answered(String text) {
    for (String kind : new String[] {"lots", "demands"}) {
      Http.Answer answer =
          Http.as(receiver.admin())
              .get("/search/" + kind + "?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));

      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "material=no-such-material",
        "minQuantityKg=5&maxQuantityKg=1",
        "minPriceYuanPerT=5&maxPriceYuanPerT=-5",
        "availableFrom=2030-01-01&availableTo=2029-01-01",
        "use=no-such-use",
        "saleMethod=raffle",
        "id=7ZZZZZZZZZZZZ",
        "box=-180,-90,180,90&area=1,1,2,1,2,2",
      })
  void what_nothing_can_meet_finds_nothing(String query) {
    Http.Answer answer = find(query).expect(200);

    assertThat(answer.number("total")).isZero();
    assertThat(answer.json().at("/items")).isEmpty();
  }

  @Test
  void a_cursor_counts_only_for_its_own_search_and_kind() {
    String forged = "TDEyMw";
    assertThat(find("cursor=" + forged).code()).isEqualTo("cursor-invalid");
    assertThat(Http.as(receiver.admin()).get("/search/demands?cursor=" + forged).code())
        .isEqualTo("cursor-invalid");
  }

  private static void assertRefused(String query, String field) {
    Http.Answer answer = find(query);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.json().at("/fields").findValuesAsText("path")).contains(field);
  }

  private static Http.Answer find(String query) {
    return Http.as(receiver.admin()).get("/search/lots?" + query.replace(" ", "%20"));
  }
}
