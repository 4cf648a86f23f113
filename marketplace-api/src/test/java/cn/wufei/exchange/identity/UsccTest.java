package cn.wufei.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Fixtures;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UsccTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /// The first is the one by which the standard shows the computation; the others are published by
  /// the companies that bear them.
  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "914403001922038216", "9144030071526726XG"})
  void codes_in_use_are_valid(String code) {
    assertThat(Uscc.isValid(code)).isTrue();
  }

  @Test
  void every_change_of_one_character_is_noticed() {
    for (int number = 1; number <= 20; number++) {
      String code = Fixtures.uscc(number);
      assertThat(Uscc.isValid(code)).as(code).isTrue();
      for (int i = 0; i < code.length(); i++) {
        for (int j = 0; j < ALPHABET.length(); j++) {
          String changed = code.substring(0, i) + ALPHABET.charAt(j) + code.substring(i + 1);
          assertThat(Uscc.isValid(changed)).as(changed).isEqualTo(changed.equals(code));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91350100M000100Y4",
        "91350100M000100Y433",
        "9135010OM000100Y43",
        "91350100m000100y43",
        "９1350100M000100Y43"
      })
  void what_has_another_shape_is_not_a_code(String text) {
    assertThat(Uscc.isValid(text)).isFalse();
  }

  @Test
  void blanks_and_small_letters_are_forgiven_before() {
    assertThat(Uscc.normalised(" 91350100m000100y43\t")).isEqualTo("91350100M000100Y43");
  }
}
