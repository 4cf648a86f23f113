package cn.wufei.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsccTest {

  @Test
  void the_example_of_the_standard_is_valid() {
    assertThat(Uscc.isValid("91350100M000100Y43")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y44",
        "91350100M000100Y53",
        "91350100M000100Y4",
        "91350100M000100Y433",
        "9135O100M000100Y43",
        "91350100m000100y43",
        "19350100M000100Y43"
      })
  void a_code_with_a_wrong_character_is_not(String code) {
    assertThat(Uscc.isValid(code)).isFalse();
  }
}
