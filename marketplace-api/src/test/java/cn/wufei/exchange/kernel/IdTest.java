package cn.wufei.exchange.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 31, 32, 4_503_599_627_370_496L, Long.MAX_VALUE})
  void the_text_leads_back_to_the_number(long value) {
    Id id = Id.of(value);

    assertThat(id.toString()).hasSize(13);
    assertThat(Id.parse(id.toString())).isEqualTo(id);
  }

  @Test
  void the_largest_number_has_a_text_of_its_own() {
    assertThat(Id.of(Long.MAX_VALUE)).hasToString("7ZZZZZZZZZZZZ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0000000000000",
        "8000000000000",
        "000000000000U",
        "000000000000l",
        "00000000000001"
      })
  void what_is_no_id_is_not_read(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Id.parse(text));
  }

  @Test
  void later_ids_are_larger_in_number_and_in_text() {
    List<Id> made = IntStream.range(0, 10_000).mapToObj(_ -> Id.next()).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
    assertThat(made.stream().map(Id::toString).toList()).isSorted();
    assertThat(new TreeSet<>(made)).hasSize(10_000);
  }
}
