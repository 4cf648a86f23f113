package cn.wufei.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordsTest {

  private static final String PASSWORD = "炉渣 and gypsum 42";

  private final Passwords passwords = new Passwords(1, Passwords.MEMORY_KIB);

  @Test
  void a_hash_is_argon2id_with_the_recommended_parameters_and_a_salt_of_its_own() {
    String hash = passwords.hashOf(PASSWORD);

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.hashOf(PASSWORD)).isNotEqualTo(hash);
  }

  @Test
  void only_the_password_matches_its_hash_and_nothing_matches_none() {
    String hash = passwords.hashOf(PASSWORD);

    assertThat(passwords.matches(PASSWORD, hash)).isTrue();
    assertThat(passwords.matches(PASSWORD + " ", hash)).isFalse();
    assertThat(passwords.matches(PASSWORD, null)).isFalse();
  }

  /// Hashes made with other parameters, stronger or weaker, still hold.
  @Test
  void a_hash_names_the_parameters_that_it_is_checked_with() {
    String other = new Passwords(1, 64).hashOf(PASSWORD);

    assertThat(other).contains("m=64,");
    assertThat(passwords.matches(PASSWORD, other)).isTrue();
    assertThat(passwords.matches("another", other)).isFalse();
  }
}
