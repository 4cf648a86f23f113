package cn.wufei.exchange.matching.fit;

import static cn.wufei.exchange.matching.fit.PairFixture.TODAY;
import static cn.wufei.exchange.matching.fit.PairFixture.slag;
import static cn.wufei.exchange.matching.fit.PairFixture.slagWanted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.matching.fit.Compatibility.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CarriageTest {

  /// The way is 80.01 km as the crow flies and its freight is 25 yuan/t.
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # price, radius, limit,  basis,     price asked, delivered so far
            15.00, -,      40.00,  DELIVERED, 40.00,       true
            15.01, -,      40.00,  DELIVERED, 40.01,       true
            40.00, 100,    40.00,  DELIVERED, 40.00,       true
            40.00, 81,     40.00,  DELIVERED, 40.00,       true
            40.00, 80,     40.00,  DELIVERED, 40.00,       false
            40.01, 100,    40.00,  DELIVERED, 40.01,       true
            40.01, 50,     40.00,  DELIVERED, 40.01,       false
            40.00, -,      40.00,  EX_WORKS,  40.00,       true
            40.01, -,      40.00,  EX_WORKS,  40.01,       true
            65.00, 100,    40.00,  EX_WORKS,  40.00,       true
            65.01, 100,    40.00,  EX_WORKS,  40.01,       true
            65.00, 80,     40.00,  EX_WORKS,  40.00,       false
            -5.00, 100,    -30.00, EX_WORKS,  -30.00,      true
            -5.00, -,      20.00,  DELIVERED, 20.00,       true
          """)
  void a_price_is_compared_on_the_basis_of_the_limit_and_offered_within_its_radius(
      String price,
      @Nullable Integer radiusKm,
      String limit,
      PriceBasis basis,
      String asked,
      boolean reached) {
    Supply supply = PairFixture.priced(slag(), price, radiusKm);
    Need need = PairFixture.limited(slagWanted(), limit, basis);
    var carriage = new Carriage(80.01, new BigDecimal("25.00"));
    List<Obstacle> expected = new ArrayList<>();
    if (new BigDecimal(asked).compareTo(new BigDecimal(limit)) > 0) {
      expected.add(new Obstacle(Obstacle.Key.PRICE, null, limit, asked));
    }
    if (!reached) {
      expected.add(new Obstacle(Obstacle.Key.DELIVERY, null, "80.1", String.valueOf(radiusKm)));
    }

    Verdict verdict = Compatibility.judge(supply, need, carriage, false, TODAY);

    assertThat(carriage.asked(supply, need)).isEqualTo(asked);
    assertThat(verdict)
        .isEqualTo(
            expected.isEmpty() ? new Verdict.Match(500_000) : new Verdict.NearMiss(expected));
  }
}
