package cn.wufei.exchange.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeparturesTest {

  private static final List<Departures.Departure> LATEST_FIRST =
      List.of(left(3, 10), left(2, 20), left(1, 30));

  @Test
  void what_left_last_is_open_and_the_oldest_of_it_only_in_part() {
    assertThat(Departures.covering(LATEST_FIRST, 25)).containsExactly(left(2, 15), left(3, 10));
  }

  @Test
  void nothing_is_open_when_all_is_cleared() {
    assertThat(Departures.covering(LATEST_FIRST, 0)).isEmpty();
  }

  @Test
  void all_is_open_when_nothing_is_cleared() {
    assertThat(Departures.covering(LATEST_FIRST, 60))
        .containsExactly(left(1, 30), left(2, 20), left(3, 10));
  }

  private static Departures.Departure left(long posting, long kg) {
    return new Departures.Departure(
        posting, "load-dispatched", Id.of(posting), LocalDate.of(2026, 3, (int) posting), kg);
  }
}
