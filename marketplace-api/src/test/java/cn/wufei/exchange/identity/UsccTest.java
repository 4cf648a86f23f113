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

  /// Codes that companies and one authority publish.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y43",
        "911100000000000000",
        "91110000600037341L",
        "914403001922038216"
      })
  void published_codes_are_judged_by_their_check_character(String code) {
    boolean expected = code.charAt(17) == Uscc.checkCharacter(code.substring(0, 17));

    assertThat(Uscc.isValid(code)).isEqualTo(expected);
  }

  @Test
  void the_example_of_the_standard_is_valid() {
    assertThat(Uscc.isValid("91350100M000100Y43")).isTrue();
  }

  @Test
  void every_change_of_one_character_is_noticed() {
    for (int number = 1; number <= 20; number++) {
      String code = Fixtures.uscc(number);
      assertThat(Uscc.isValid(code)).as(code).isTrue();
      for (int i = 0; i < code.length(); i++) {
        for (int j = 0; j < ALPHABET.length(); j++) {
          char other = ALPHABET.charAt(j);
          String changed = code.substring(0, i) + other + code.substring(i + 1);
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
