package cn.wufei.exchange.matching.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpeningTest {

  @Test
  void the_change_that_opens_most_tonnes_comes_first() {
    Opening.Case cheap = new Opening.Case(price("5"), 1_000);
    Opening.Case report = new Opening.Case(said(Change.Kind.REPORT, "f-cao"), 3_000);
    Opening.Case other = new Opening.Case(said(Change.Kind.REPORT, "tfe"), 2_000);

    assertThat(Opening.of(List.of(cheap, report, other)))
        .containsExactly(
            new Opening(report.change(), 1, 3_000),
            new Opening(other.change(), 1, 2_000),
            new Opening(cheap.change(), 1, 1_000));
  }

  /// 2 yuan open 700 of 1,000 tonnes, 3 yuan 850: four fifths are reached. The last 150 would cost
  /// 40.
  @Test
  void a_change_goes_as_far_as_most_of_its_tonnes_ask_for() {
    assertThat(
            Opening.of(
                List.of(
                    new Opening.Case(price("40"), 150),
                    new Opening.Case(price("2"), 700),
                    new Opening.Case(price("3"), 150))))
        .containsExactly(new Opening(price("3"), 2, 850));
  }

  @Test
  void all_that_the_same_change_opens_is_counted() {
    assertThat(
            Opening.of(
                List.of(
                    new Opening.Case(price("3"), 900),
                    new Opening.Case(price("3"), 50),
                    new Opening.Case(price("3"), 50))))
        .containsExactly(new Opening(price("3"), 3, 1_000));
  }

  @Test
  void nothing_left_is_no_change_that_anybody_can_make() {
    Change nothingLeft = new Change(Change.Kind.QUANTITY, null, null, null, null, null);

    assertThat(Opening.of(List.of(new Opening.Case(nothingLeft, 0)))).isEmpty();
  }

  private static Change price(String by) {
    return new Change(Change.Kind.PRICE, null, null, new BigDecimal(by), by, by);
  }

  private static Change said(Change.Kind kind, String parameter) {
    return new Change(kind, parameter, "dry", null, null, null);
  }
}
