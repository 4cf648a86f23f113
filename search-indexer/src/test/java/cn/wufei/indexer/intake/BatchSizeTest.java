package cn.wufei.indexer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchSizeTest {

  @Test
  void it_begins_with_the_most() {
    assertThat(new BatchSize(500).current()).isEqualTo(500);
  }

  @Test
  void it_halves_down_to_the_least() {
    BatchSize size = new BatchSize(500);

    size.halve();
    assertThat(size.current()).isEqualTo(250);

    for (int i = 0; i < 20; i++) {
      size.halve();
    }
    assertThat(size.current()).isEqualTo(BatchSize.LEAST);
  }

  @Test
  void it_grows_back_step_by_step_and_not_beyond_the_most() {
    BatchSize size = new BatchSize(500);
    size.halve();

    size.grow();
    assertThat(size.current()).isEqualTo(275);

    for (int i = 0; i < 20; i++) {
      size.grow();
    }
    assertThat(size.current()).isEqualTo(500);
  }

  @Test
  void one_that_is_small_never_grows_by_being_halved() {
    BatchSize size = new BatchSize(3);

    size.halve();

    assertThat(size.current()).isEqualTo(3);
  }
}
