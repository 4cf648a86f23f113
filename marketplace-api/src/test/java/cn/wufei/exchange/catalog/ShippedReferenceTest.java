package cn.wufei.exchange.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThat(catalog.freightYuanPerT(km)).isEqualTo(yuanPerT);
  }

  @Test
  void freight_is_not_asked_for_a_negative_or_missing_distance() {
    assertThatThrownBy(() -> catalog.freightYuanPerT(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> catalog.freightYuanPerT(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> catalog.freightYuanPerT(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
