package cn.wufei.exchange.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartsInputStreamTest {

  private final List<Integer> asked = new ArrayList<>();

  @Test
  void parts_follow_each_other_and_are_read_when_they_are_needed() throws IOException {
    try (PartsInputStream content = of("ab", "", "c")) {
      assertThat(asked).isEmpty();
      assertThat(content.read()).isEqualTo('a');
      assertThat(asked).containsExactly(0);

      assertThat(text(content.readAllBytes())).isEqualTo("bc");
      assertThat(asked).containsExactly(0, 1, 2);
      assertThat(content.read()).isEqualTo(-1);
    }
  }

  @Test
  void a_byte_above_127_is_not_the_end() throws IOException {
    try (PartsInputStream content = new PartsInputStream(_ -> new byte[] {(byte) 0xff}, 1)) {
      assertThat(content.read()).isEqualTo(0xff);
      assertThat(content.read()).isEqualTo(-1);
    }
  }

  @Test
  void a_part_that_is_missing_is_no_end() throws IOException {
    try (PartsInputStream content = new PartsInputStream(_ -> null, 1)) {
      assertThatIllegalStateException().isThrownBy(content::read);
    }
  }

  private PartsInputStream of(String... parts) {
    return new PartsInputStream(
        line -> {
          asked.add(line);
          return parts[line].getBytes(StandardCharsets.US_ASCII);
        },
        parts.length);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
