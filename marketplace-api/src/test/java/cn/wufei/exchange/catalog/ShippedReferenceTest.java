package cn.wufei.exchange.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The files that ship with the exchange.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedReferenceTest {

  private final Catalog catalog = Catalog.readFrom(Path.of("..", "seeds", "reference"));

  @Test
  void every_file_can_be_read_and_refers_only_to_what_is_there() {
    assertThat(catalog.data().datasets())
        .hasSize(Dataset.values().length)
        .allSatisfy((name, state) -> assertThat(state.rows()).as(name).isPositive());
    assertThat(catalog.materials()).hasSizeGreaterThan(40);
  }

  @Test
  void a_key_that_nobody_knows_has_no_answer() {
    assertThat(catalog.material("unobtainium")).isNull();
    assertThat(catalog.wasteClass("SW08")).isNull();
    assertThat(catalog.parameter("phlogiston")).isNull();
    assertThat(catalog.hasUse("landfill")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0,     15.00
          20,    15.00
          26,    15.00
          30,    16.50
          99.99, 54.99
          100,   55.00
          140,   55.00
          155,   58.90
          299,  113.62
          300,  114.00
          320,  114.00
          400,  140.00
          """)
  void freight_by_road_never_falls_with_the_distance(double km, String yuanPerT) {
    assertThat(catalog.freight().yuanPerT(FreightMode.ROAD, BigDecimal.valueOf(km), 1_000))
        .isEqualTo(yuanPerT);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          水渣,              granulated-bf-slag
          求购高炉水渣5000吨, granulated-bf-slag
          gbfs,              granulated-bf-slag
          ＧＢＦＳ,          granulated-bf-slag
          电炉钢渣,          eaf-slag
          转炉钢渣,          bof-slag
          LD slag,           bof-slag
          ld-slag,           bof-slag
          尾渣,              steel-slag-tailings
          FGD gypsum,        fgd-gypsum
          mill scale,        mill-scale
          矿渣微粉,          ground-bf-slag
          """)
  void a_search_text_names_a_material_by_any_of_its_names(String text, String key) {
    Material material = catalog.material(key);

    assertThat(material).isNotNull();
    if (material != null) {
      assertThat(catalog.expand(text))
          .contains(material.nameZh(), material.nameEn())
          .containsAll(material.aliasesZh())
          .containsAll(material.aliasesEn());
    }
  }

  @Test
  void a_part_of_a_longer_name_does_not_name_another_material() {
    assertThat(catalog.expand("电炉钢渣")).doesNotContain("转炉钢渣", "BOF slag");
    assertThat(catalog.expand("脱硫石膏")).doesNotContain("铁水脱硫渣");
  }

  @Test
  void a_text_that_names_nothing_expands_to_nothing() {
    assertThat(catalog.expand("")).isEmpty();
    assertThat(catalog.expand("济南 2026")).isEmpty();
    assertThat(catalog.expand("family of words")).isEmpty();
  }

  @Test
  void no_name_belongs_to_two_materials() {
    java.util.Map<String, String> owners = new java.util.HashMap<>();
    for (Material material : catalog.materials()) {
      java.util.stream.Stream.of(
              java.util.stream.Stream.of(material.nameZh(), material.nameEn()),
              material.aliasesZh().stream(),
              material.aliasesEn().stream())
          .flatMap(names -> names)
          .map(MaterialNames::comparable)
          .distinct()
          .forEach(name -> assertThat(owners.put(name, material.key())).as(name).isNull());
    }
  }

  @Test
  void steel_slag_may_not_be_blended_into_common_cement() {
    for (String key : java.util.List.of("bof-slag", "eaf-slag", "steel-slag-powder")) {
      assertThat(catalog.materialUse(key, "cement-blending"))
          .isNotNull()
          .extracting(MaterialUse::verdict)
          .isEqualTo("forbidden");
    }
    assertThat(catalog.materialUse("bof-slag", "gypsum-board")).isNull();
  }
}
