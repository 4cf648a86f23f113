package cn.wufei.exchange.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogIT {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          classes,                   code,      SW01,                   nameEn,    smelting slag
          codes,                     code,      900-001-S17,            classCode, SW17
          materials,                 key,       granulated-bf-slag,     nameZh,    粒化高炉矿渣
          parameters,                key,       moisture,               basis,     wet
          tax-rates,                 key,       coal-gangue,            yuanPerT,  5
          freight-rates,             key,       road-short,             mode,      road
          uses,                      key,       slag-powder-grinding,   verified,  verified
          season-profiles,           key,       steady,                 nameZh,    全年均衡
          product-grades,            key,       ggbs-s95,               standard,  GB/T 18046-2017
          regions,                   adcode,    370117,                 nameZh,    钢城区
          datasets,                  name,      materials,              edition,   2026-11
          identification-thresholds, parameter, zn,                     value,     5
          material-uses,             materialKey, bof-slag,             use,       cement-blending
          """)
  void anybody_may_read_the_reference_data(
      String path, String keyField, String key, String field, String value) {
    Http.Answer answer = Http.anonymous().get("/catalog/" + path).expect(200);

    assertThat(answer.json().get("items"))
        .filteredOn(item -> item.path(keyField).asText().equals(key))
        .first()
        .extracting(item -> item.path(field).asText())
        .isEqualTo(value);
  }

  @Test
  void a_material_has_the_shape_of_the_contract() {
    JsonNode material = item("materials", "key", "eaf-dust");

    assertThat(names(material))
        .containsExactlyInAnyOrder(
            "key",
            "nameZh",
            "nameEn",
            "classCode",
            "process",
            "aliasesZh",
            "aliasesEn",
            "taxRateKey",
            "screening",
            "parameters",
            "source",
            "verified");
    assertThat(material.get("screening").asText()).isEqualTo("refused");
    assertThat(material.get("aliasesEn").isArray()).isTrue();
  }

  @Test
  void a_grade_says_what_its_standard_asks_and_how_well_each_limit_is_known() {
    JsonNode grade = item("product-grades", "key", "ggbs-s95");

    assertThat(grade.get("materials").get(0).asText()).isEqualTo("ground-bf-slag");
    assertThat(grade.get("limits"))
        .filteredOn(limit -> limit.get("parameter").asText().equals("specific-surface"))
        .singleElement()
        .satisfies(limit -> {
          assertThat(limit.get("min").asInt()).isEqualTo(400);
          assertThat(limit.has("max")).isFalse();
          assertThat(limit.get("verified").asText()).isEqualTo("verified");
        });
    assertThat(grade.get("limits"))
        .filteredOn(limit -> limit.get("parameter").asText().equals("setting-ratio"))
        .singleElement()
        .extracting(limit -> limit.get("verified").asText())
        .isEqualTo("unverified");
  }

  @Test
  void a_parameter_has_the_shape_of_the_contract() {
    assertThat(names(item("parameters", "key", "moisture")))
        .containsExactlyInAnyOrder(
            "key",
            "symbol",
            "nameZh",
            "nameEn",
            "unit",
            "basis",
            "direction",
            "mixing",
            "minimum",
            "maximum",
            "decimals",
            "source",
            "verified");
  }

  @Test
  void hazards_are_codes_and_names() {
    JsonNode hazards = Http.anonymous().get("/catalog/hazards").expect(200).json();

    assertThat(hazards.get("codes"))
        .extracting(code -> code.get("code").asText())
        .contains("312-001-23");
    assertThat(hazards.get("names"))
        .extracting(name -> name.get("term").asText() + " " + name.get("verdict").asText())
        .contains("电炉除尘灰 refused", "酸洗污泥 held");
  }

  @Test
  void unchanged_data_are_not_sent_again() {
    Http.Answer first = Http.anonymous().get("/catalog/materials").expect(200);
    String tag = first.header("ETag");

    Http.Answer again = Http.anonymous().with("If-None-Match", tag).get("/catalog/materials");
    Http.Answer other = Http.anonymous().with("If-None-Match", tag).get("/catalog/uses");

    assertThat(tag).matches("W/\"1-[0-9a-f]{16}\"");
    assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertThat(other.status()).isEqualTo(200);
  }

  @Test
  void screening_needs_no_key_and_says_why() {
    Http.Answer dust = screening(Map.of("name", "电炉除尘灰"));
    Http.Answer slag =
        screening(
            Map.of(
                "materialKey", "eaf-slag",
                "classCode", "SW01",
                "name", "电炉钢渣",
                "description", "热闷后磁选"));

    assertThat(dust.text("verdict")).isEqualTo("refused");
    assertThat(dust.text("rule")).isEqualTo("hazardous-name");
    assertThat(dust.text("ruleZh")).contains("电炉除尘灰", "第八十条");
    assertThat(dust.text("ruleEn")).contains("electric arc furnace dust", "art. 80");
    assertThat(dust.text("source")).isEqualTo("SEED LAW");
    assertThat(slag.map()).isEqualTo(Map.of("verdict", "clear"));
  }

  @Test
  void screening_says_when_a_code_could_not_be_published() {
    Http.Answer answer = screening(Map.of("classCode", "SW01", "code", "900-001-S17"));

    assertThat(answer.text("verdict")).isEqualTo("refused");
    assertThat(answer.text("rule")).isEqualTo("waste-class-code-mismatch");
  }

  @Test
  void a_screening_that_is_too_long_is_malformed() {
    Http.Answer answer =
        Http.anonymous()
            .send("POST", "/catalog/screening", Map.of("description", "尘".repeat(4001)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-request");
  }

  private static Http.Answer screening(Map<String, String> body) {
    return Http.anonymous().send("POST", "/catalog/screening", body).expect(200);
  }

  private static JsonNode item(String path, String field, String value) {
    for (JsonNode item : Http.anonymous().get("/catalog/" + path).expect(200).json().get("items")) {
      if (item.path(field).asText().equals(value)) {
        return item;
      }
    }
    throw new AssertionError("nothing in " + path + " has " + field + " " + value);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
