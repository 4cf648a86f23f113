package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.wufei.exchange.haul.HaulFixture;
import cn.wufei.exchange.haul.Hauls;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FreightLineTest {

  private static final Hauls HAULS = HaulFixture.estimating(Path.of("..", "seeds", "reference"));

  @Test
  void lies_on_the_freight_or_below_it() {
    FreightLine line = FreightLine.of(HAULS);

    for (int km = 0; km <= 5_000; km++) {
      double trueFreight = HAULS.leastByRoad(km).doubleValue();
      assertThat(line.yuanPerT(km))
          .as("%d km", km)
          .isLessThanOrEqualTo(trueFreight + FreightLine.TOLERANCE_YUAN)
          .isGreaterThanOrEqualTo(trueFreight - line.mostBelowYuanPerT() - 1);
    }
  }

  @Test
  void the_straight_line_has_one_piece_and_lies_nowhere_above() {
    FreightLine line = FreightLine.of(HAULS);
    FreightLine straight = line.straight();

    assertThat(straight.pieces()).hasSize(1);
    for (int km = 0; km <= 6_000; km++) {
      assertThat(straight.yuanPerT(km))
          .as("%d km", km)
          .isLessThanOrEqualTo(line.yuanPerT(km) + 1e-9)
          .isGreaterThanOrEqualTo(
              line.yuanPerT(km) - straight.mostBelowYuanPerT() + line.mostBelowYuanPerT() - 1e-9);
    }
  }

  /// A flat beginning, a steep part and a flatter one: the steep part lies above a line from the
  /// end of the beginning.
  @Test
  void the_straight_line_touches_where_it_is_nearest_within_usual_distances() {
    FreightLine line =
        new FreightLine(
            10,
            List.of(
                new FreightLine.Piece(20, 100, 40),
                new FreightLine.Piece(100, 400, 90),
                new FreightLine.Piece(400, 5_000, 2_300)),
            0);

    FreightLine straight = line.straight();

    assertThat(straight.yuanPerT(20)).isCloseTo(10, within(1e-9));
    assertThat(straight.yuanPerT(400)).isCloseTo(140, within(1e-9));
    assertThat(straight.yuanPerT(0)).isLessThan(10);
  }

  @Test
  void a_freight_that_does_not_rise_is_straight() {
    FreightLine straight = new FreightLine(12, List.of(), 0).straight();

    assertThat(straight.yuanPerT(0)).isEqualTo(12);
    assertThat(straight.yuanPerT(900)).isEqualTo(12);
  }
}
