package cn.wufei.exchange.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.catalog.Catalog;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchTextsTest {

  private static final Catalog CATALOG = Catalog.readFrom(Path.of("..", "seeds", "reference"));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # polygon,                                       readable
            '117,36,118,36,118,37',                        true
            '117,36,118,36,118,37,117,36',                 true
            '117,36,118,36,118,37,117,37',                 true
            '117,36, 118,36, 117.5,36.2, 117.4,37',        true
            '117,36,118,37,118,36,117,37',                 false
            '117,36,118,36',                               false
            '117,36,118,36,117,36',                        false
            '117,36,118,36,119,36,118,36',                 false
            '117,36,117,36,118,37',                        false
            '117,36,118,36,118,91',                        false
            '181,36,118,36,118,37',                        false
            'NaN,36,118,36,118,37',                        false
            '1e2,36,118,36,118,37',                        false
            'Infinity,36,118,36,118,37',                   false
            '117,36,118,36,118',                           false
            '117,36,118,36,118,37,1',                      false
            ',,',                                          false
            'nonsense',                                    false
            '',                                            false
          """)
  void a_polygon_is_read_when_its_sides_do_not_cross(String text, boolean readable) {
    assertThat(Area.parse(text) != null).isEqualTo(readable);
  }

  @Test
  void a_polygon_has_at_most_a_hundred_corners() {
    assertThat(Area.parse(circle(100))).isNotNull();
    assertThat(Area.parse(circle(101))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
            '117,36,118,37',       true
            '-1.5,-2,0.25,3',      true
            '118,36,117,37',       false
            '117,37,118,36',       false
            '117,36,118',          false
            '117,36,118,37,38',    false
            '117,36,181,37',       false
            'NaN,36,118,37',       false
            '',                    false
          """)
  void a_box_goes_from_southwest_to_northeast(String text, boolean readable) {
    assertThat(Box.parse(text) != null).isEqualTo(readable);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
            moisture:..12:wet,            true
            moisture:5..12:wet,           true
            moisture:5..:wet,             true
            moisture:..12,                true
            ph:-1.5..2.25:none,           true
            moisture:12..5:wet,           false
            moisture:..:wet,              false
            moisture:..12:damp,           false
            moisture:12:wet,              false
            wetness:..12:wet,             false
            moisture:..NaN:wet,           false
            moisture:..1e9:wet,           false
            moisture:..12345678901:wet,   false
            'moisture:..1,2:wet',         false
            '',                           false
          """)
  void a_quality_names_a_parameter_of_the_catalog_and_an_end(String text, boolean readable) {
    assertThat(QualityBound.parse(text, CATALOG) != null).isEqualTo(readable);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
            gz,              转炉钢渣
            gangzha,         转炉钢渣
            GangZha,         转炉钢渣
            gang zha,        转炉钢渣
            sz,              粒化高炉矿渣
            shuizha,         粒化高炉矿渣
            lfz,             精炼渣
            zgp,             轧钢氧化铁皮
            zhagangpi,       轧钢氧化铁皮
          """)
  void a_name_is_known_by_its_pinyin_as_the_trade_reads_it_and_by_its_initials(
      String text, String name) {
    assertThat(new Pinyin(CATALOG).names(text)).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
            slga,           slag
            converter slga, converter slag
            gypsom,         gypsum
            granulatd,      granulated
          """)
  void a_misspelt_word_is_guessed(String text, String meant) {
    assertThat(new DidYouMean(CATALOG).words(text)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"slag", "钢渣", "sla", "qqqqqqqq"})
  void what_is_known_or_like_nothing_is_not_guessed_at(String text) {
    assertThat(new DidYouMean(CATALOG).words(text)).isEmpty();
  }

  @Test
  void a_tile_of_the_map_has_the_sides_of_its_projection() {
    assertThat(Clusters.boxOf("1/1/0")).isEqualTo("0.0000000,0.0000000,180.0000000,85.0511288");
  }

  private static String circle(int corners) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      text.append(i == 0 ? "" : ",")
          .append(
              String.format(
                  java.util.Locale.ROOT, "%.6f,%.6f", 117 + Math.cos(angle), 36 + Math.sin(angle)));
    }
    return text.toString();
  }
}
