package cn.wufei.exchange.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.ledger.AccountKind;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryStepTest {

  @ParameterizedTest
  @CsvSource({
    "GENERATED, ON_HAND, GENERATED",
    "GENERATED, UNRECONCILED, GENERATED",
    "OPENING, ON_HAND, OPENING",
    "FOUND, UNRECONCILED, FOUND",
    "PROCESSING, ON_HAND, ARRIVED",
    "ON_HAND, ON_HAND, ARRIVED",
    "ISSUED, AVAILABLE, PUBLISHED",
    "AVAILABLE, RELEASED, WITHDRAWN",
    "AVAILABLE, RESERVED, RESERVED",
    "RESERVED, AVAILABLE, UNRESERVED",
    "RESERVED, RELEASED, UNRESERVED",
    "ON_HAND, IN_TRANSIT, DISPATCHED",
    "UNRECONCILED, IN_TRANSIT, DISPATCHED",
    "IN_TRANSIT, HEAP, RECEIVED",
    "IN_TRANSIT, ON_HAND, RETURNED",
    "IN_TRANSIT, UNRECONCILED, RETURNED",
    "IN_TRANSIT, DIFFERENCE, DIFFERENCE",
    "DIFFERENCE, IN_TRANSIT, DIFFERENCE",
    "HEAP, USED, USED"
  })
  void a_posting_tells_a_step(AccountKind from, AccountKind to, StoryStep step) {
    assertThat(StoryStep.of(from, to)).isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({
    "RESERVED, FULFILLED",
    "ISSUED, FULFILLED",
    "FULFILLED, RESERVED",
    "ON_HAND, OWN_USE",
    "ON_HAND, PROCESSING",
    "PROCESSING, RECOVERED",
    "HEAP_UNRECONCILED, USED"
  })
  void what_mirrors_a_step_or_is_no_part_of_the_story_tells_none(AccountKind from, AccountKind to) {
    assertThat(StoryStep.of(from, to)).isNull();
  }
}
