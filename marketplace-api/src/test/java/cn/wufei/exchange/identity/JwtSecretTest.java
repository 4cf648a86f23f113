package cn.wufei.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JwtSecretTest {

  private static final String GOOD = "k3J9-wq82_LmZx5vTn0RbYs7HdUcEa1f";

  @Test
  void a_given_secret_is_taken() {
    assertThat(new JwtSecret(GOOD, "", environment()).text()).isEqualTo(GOOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "too-short",
        "pleaseChangeThisSecretForANewOne",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void a_start_without_a_good_secret_fails_and_says_which_setting(String secret) {
    assertThatThrownBy(() -> new JwtSecret(secret, "", environment()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("WUFEI_JWT_SECRET");
  }

  @Test
  void a_production_start_does_not_make_one_up(@TempDir Path state) {
    assertThatThrownBy(() -> new JwtSecret("", state.toString(), environment()))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void a_local_start_makes_one_and_keeps_it_to_itself(@TempDir Path state) throws IOException {
    String made = new JwtSecret("", state.toString(), environment("local")).text();

    assertThat(new JwtSecret("", state.toString(), environment("local")).text()).isEqualTo(made);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("secret"))))
        .isEqualTo("rw-------");
  }

  private static Environment environment(String... names) {
    return ApplicationContext.builder(names).deduceEnvironment(false).build().getEnvironment();
  }
}
