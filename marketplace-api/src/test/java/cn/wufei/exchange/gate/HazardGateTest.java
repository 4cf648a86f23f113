package cn.wufei.exchange.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.HazardName;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.kernel.Outcome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The gate on the reference data that ship with the exchange.
@DisplayNameGeneration(ReplaceUnderscores.class)
class HazardGateTest {

  private static final Catalog CATALOG = Catalog.readFrom(Path.of("..", "seeds", "reference"));
  private final HazardGate gate = new HazardGate(CATALOG);

  static Stream<HazardName> hazardNames() {
    return CATALOG.hazardNames().stream();
  }

  static Stream<Material> materials() {
    return CATALOG.materials().stream();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          电炉除尘灰, refused
          电炉炼钢除尘灰, refused
          电弧炉集尘灰, refused
          除尘灰（电炉）, refused
          高炉电炉混合除尘灰, refused
          EAF dust, refused
          Electric arc furnace baghouse dust, refused
          废酸, refused
          酸洗废酸, refused
          废盐酸, refused
          Spent pickle liquor, refused
          废矿物油, refused
          废机油, refused
          Used oil, refused
          废液压油桶装, refused
          煤焦油, refused
          焦油渣, refused
          Coal tar, refused
          废铅蓄电池, refused
          废旧铅酸电池, refused
          Lead-acid batteries, refused
          轧钢含油泥, refused
          热轧油泥, refused
          Oily rolling sludge, refused
          油雾冷凝液, refused
          电炉布袋收集的灰, held
          电炉炼钢尘, held
          酸洗污泥, held
          电镀污泥, held
          含油污泥, held
          含油氧化铁皮, held
          含铬污泥, held
          废活性炭, held
          废脱硝催化剂, held
          废石棉板, held
          含油抹布, held
          废油桶, refused
          废包装桶, held
          生活垃圾焚烧飞灰, held
          二次铝灰, held
          废乳化液, held
          废油漆渣, held
          焦化废水污泥, held
          废酸再生氧化铁红, held
          危险废物, held
          废锂电池, held
          """)
  void a_hazardous_name_gets_the_verdict_of_its_row(String name, String verdict) {
    assertThat(verdictOf(named(name))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @MethodSource("hazardNames")
  void every_way_to_write_a_hazardous_name_is_found(HazardName row) {
    for (String pattern : row.patterns()) {
      assertThat(verdictOf(named(pattern.replace('+', ' '))))
          .as(pattern)
          .isIn(row.verdict().equals("refused") ? List.of("refused") : List.of("held", "refused"));
    }
  }

  @ParameterizedTest
  @MethodSource("hazardNames")
  void what_is_excepted_from_a_hazardous_name_does_not_hit_its_row(HazardName row) {
    HazardWords words = HazardWords.of(List.of(row));
    for (String exception : row.except()) {
      assertThat(words.firstIn(new ScreenedText(exception)))
          .as("%s in %s", exception, row.term())
          .isNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          电炉钢渣
          电炉渣
          电炉钢渣（灰白色）
          EAF slag
          Electric arc furnace slag
          高炉除尘灰
          高炉布袋灰
          高炉布袋灰（含锌）
          含锌灰
          转炉除尘灰
          转炉污泥（OG泥）
          烧结机头灰
          焦炉除尘灰
          石灰除尘灰
          Leaf dust
          粒化高炉矿渣
          粉煤灰
          Coal fly ash
          氧化铁皮
          Mill scale
          不含油氧化铁皮
          酸再生氧化铁红
          脱硫石膏
          半干法脱硫灰
          钢渣尾渣
          铬铁渣
          高铝渣
          矿渣棉原料，无石棉
          钢渣，非危险废物
          Non-hazardous waste: steel slag
          铁尾矿（干排）
          水处理污泥
          废耐火材料
          废油页岩渣
          """)
  void what_only_resembles_a_hazardous_name_passes(String name) {
    assertThat(gate.screen(named(name))).isEqualTo(new Screening.Clear());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          电 炉 除 尘 灰
          电-炉-除-尘-灰
          电·炉·除·尘·灰
          【电炉】除尘。灰
          电炉x除2尘灰
          電爐除塵灰
          電炉除塵灰
          ＥＡＦ　ｄｕｓｔ
          E A F  D U S T
          e-a-f dust
          E.A.F.dust
          EAF‑Dusts
          EAF灰
          ЕАF dust
          dianlu chuchenhui
          废　酸
          廢 酸
          ＷＡＳＴＥ  ＡＣＩＤ
          w a s t e   a c i d
          fei-suan
          煤_焦_油
          废★矿★物★油
          """)
  void hiding_a_hazardous_name_does_not_help(String name) {
    assertThat(verdictOf(named(name))).isEqualTo("refused");
  }

  @Test
  void characters_without_width_do_not_hide_a_name() {
    assertThat(verdictOf(named("电\u200b炉\u200d除\ufeff尘\u2060灰"))).isEqualTo("refused");
    assertThat(verdictOf(named("E\u200bA\u200bF du\u00adst"))).isEqualTo("refused");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          掺有电炉除尘灰, hazardous-name-mentioned
          可与废酸配套, hazardous-name-mentioned
          原为312-001-23, hazardous-code-mentioned
          属HW08类, hazardous-class-mentioned
          """)
  void a_hazardous_word_in_the_description_holds(String description, String rule) {
    var waste = new WasteDescription(null, "SW01", null, null, "钢渣", description, List.of());

    assertThat(gate.screen(waste))
        .isInstanceOfSatisfying(
            Screening.Held.class, held -> assertThat(held.rule().id()).isEqualTo(rule));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          312-001-23,   ,                        refused, hazardous-code
          900-052-31,   solid-waste-catalogue,   refused, hazardous-code
          900-214-08,   gbt-39198-2020,          refused, hazardous-code
          900-210-08,   gbt-39198-2020,          held,    eight-digit-code
          900-999-99,   ,                        held,    eight-digit-code
          900-999-99,   solid-waste-catalogue,   held,    eight-digit-code
          900-999-99,   national-hazardous-list, refused, hazardous-code
          900-999-99,   gbt-39198-2020,          clear,
          31200123,     ,                        refused, hazardous-code
          312 001 23,   ,                        refused, hazardous-code
          ３１２-００１-２３, ,                  refused, hazardous-code
          312–001–23,   ,                        refused, hazardous-code
          312.001.23,   ,                        refused, hazardous-code
          900-001-S17,  ,                        clear,
          """)
  void eight_digits_are_refused_when_listed_and_held_until_their_scheme_is_named(
      String code, @Nullable String scheme, String verdict, @Nullable String rule) {
    Screening screening =
        gate.screen(new WasteDescription(null, null, code, scheme, "其他", null, List.of()));

    assertThat(nameOf(screening)).isEqualTo(verdict);
    assertThat(ruleOf(screening)).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({"HW08", "hw23", "ＨＷ３１", "HW 34"})
  void a_class_of_the_hazardous_list_is_refused(String classCode) {
    assertThat(verdictOf(new WasteDescription(null, classCode, null, null, "其他", null, List.of())))
        .isEqualTo("refused");
  }

  @ParameterizedTest
  @MethodSource("materials")
  void every_material_gets_the_verdict_that_its_row_states(Material material) {
    var byKey = new WasteDescription(material.key(), null, null, null, null, null, List.of());
    assertThat(verdictOf(byKey)).as(material.key()).isEqualTo(material.screening());

    Stream.of(
            Stream.of(material.nameZh(), material.nameEn()),
            material.aliasesZh().stream(),
            material.aliasesEn().stream())
        .flatMap(names -> names)
        .forEach(
            name -> assertThat(verdictOf(named(name))).as(name).isEqualTo(material.screening()));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ph,           12.5, 12.5, held
          ph,           12.4, 12.4, clear
          ph,           11,   12.6, held
          ph,           2,    2,    held
          ph,           2.1,  9,    clear
          ph,           1.5,  9,    held
          ph,           ,     13,   held
          ph,           13,   ,     held
          zn,           1,    5,    held
          zn,           1,    4.9,  clear
          pb,           0.1,  0.2,  held
          oil,          3,    3,    held
          cr6-leachate, 5,    5,    held
          zn-leachate,  100,  100,  held
          pb-leachate,  5,    6,    held
          moisture,     99,   99,   clear
          """)
  void a_measured_value_at_its_threshold_holds(
      String parameter,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      String verdict) {
    var waste =
        new WasteDescription(
            null,
            "SW59",
            null,
            null,
            "高炉布袋灰",
            null,
            List.of(new MeasuredValue(parameter, minimum, maximum)));

    assertThat(verdictOf(waste)).isEqualTo(verdict);
  }

  @Test
  void every_threshold_is_tried_above() {
    assertThat(CATALOG.identificationThresholds())
        .extracting(threshold -> threshold.parameter() + " " + threshold.comparison())
        .containsExactlyInAnyOrder(
            "ph at-least",
            "ph at-most",
            "zn at-least",
            "pb at-least",
            "oil at-least",
            "cr6-leachate at-least",
            "zn-leachate at-least",
            "pb-leachate at-least");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          电炉除尘灰, SW01, 900-001-S17, HAZARDOUS_WASTE_REFUSED
          含油污泥,   SW08, 12,          HAZARDOUS_LOOK_ALIKE_HELD
          钢渣,       SW08, 12,          WASTE_CODE_MALFORMED
          钢渣,       SW08, 900-001-S17, WASTE_CLASS_UNKNOWN
          钢渣,       SW01, 900-001-S17, WASTE_CLASS_CODE_MISMATCH
          """)
  void refusals_come_in_the_order_in_which_they_are_listed(
      String name, String classCode, String code, GateRefusal refusal) {
    Outcome<Boolean> outcome = gate.requireClear(coded(name, classCode, code, null));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    if (outcome instanceof Outcome.Refused<Boolean>(var given, _, var facts)) {
      assertThat(given).isEqualTo(refusal);
      assertThat(facts).containsKeys("rule", "ruleZh", "ruleEn", "source");
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          SW17, 900-001-S17, ,                      true
          SW17, ,            ,                      true
          ,     900-001-S17, ,                      true
          SW17, 900-001-s17, ,                      false
          SW17, 900-000-S17, ,                      false
          SW17, 900-100-S17, ,                      false
          SW17, 90-001-S17,  ,                      false
          SW17, 900-001-S00, ,                      false
          SW17, 900-001-S08, ,                      false
          SW17, 900001S17,   ,                      false
          SW17, 900-099-S17, ,                      true
          SW59, 900-999-99,  gbt-39198-2020,        true
          SW59, 900-099-S59, gbt-39198-2020,        false
          """)
  void a_code_is_written_as_its_scheme_writes_it(
      @Nullable String classCode, @Nullable String code, @Nullable String scheme, boolean passes) {
    assertThat(gate.requireClear(coded("废料", classCode, code, scheme)) instanceof Outcome.Done)
        .isEqualTo(passes);
  }

  @Test
  void every_refusing_row_is_backed_by_a_text_that_was_read() {
    assertThat(CATALOG.hazardNames())
        .filteredOn(row -> row.verdict().equals("refused"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.verified()).isEqualTo("verified"));
  }

  private static WasteDescription named(String name) {
    return new WasteDescription(null, null, null, null, name, null, List.of());
  }

  private static WasteDescription coded(
      String name, @Nullable String classCode, @Nullable String code, @Nullable String scheme) {
    return new WasteDescription(null, classCode, code, scheme, name, null, List.of());
  }

  private String verdictOf(WasteDescription waste) {
    return nameOf(gate.screen(waste));
  }

  private static String nameOf(Screening screening) {
    return screening.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String ruleOf(Screening screening) {
    return switch (screening) {
      case Screening.Clear() -> null;
      case Screening.Held(Screening.Rule rule) -> rule.id();
      case Screening.Refused(Screening.Rule rule) -> rule.id();
    };
  }
}
