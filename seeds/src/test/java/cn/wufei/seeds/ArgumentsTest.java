package cn.wufei.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ArgumentsTest {

  @Test
  void a_trailing_slash_of_the_address_is_dropped() {
    Arguments arguments =
        Arguments.of(
            "--url", "http://localhost:1234/", "--accounts", "a.json", "--secret-file", "s");

    assertThat(arguments)
        .isEqualTo(
            new Arguments(URI.create("http://localhost:1234"), Path.of("a.json"), Path.of("s")));
  }

  @Test
  void what_is_missing_unknown_or_without_value_is_named() {
    assertThatThrownBy(() -> Arguments.of("--url", "http://localhost:1234"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--accounts");
    assertThatThrownBy(() -> Arguments.of("--fast", "yes"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--fast");
    assertThatThrownBy(() -> Arguments.of("--url"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--url");
    assertThatThrownBy(() -> Arguments.of("--size", "bench"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bench");
  }
}
