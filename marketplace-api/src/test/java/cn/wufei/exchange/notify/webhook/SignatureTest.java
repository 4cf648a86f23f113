package cn.wufei.exchange.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignatureTest {

  private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

  /// Worked out with `printf '1700000000.{"a":"钢渣"}' | openssl dgst -sha256 -hmac whs_one`.
  private static final String OF_ONE =
      "v1=c9cac6e97c392332a499b5d84de34444c03cb43d524137532eba29d918dbad07";

  @Test
  void a_message_is_signed_as_a_receiver_works_it_out_with_other_means() {
    assertThat(Signature.of(List.of("whs_one"), AT, "{\"a\":\"钢渣\"}")).isEqualTo(OF_ONE);
  }

  @Test
  void each_secret_signs_in_its_order() {
    String two = Signature.of(List.of("whs_two"), AT, "{\"a\":\"钢渣\"}");

    assertThat(Signature.of(List.of("whs_two", "whs_one"), AT, "{\"a\":\"钢渣\"}"))
        .isEqualTo(two + "," + OF_ONE);
  }

  @Test
  void another_time_or_body_has_another_signature() {
    assertThat(
            List.of(
                Signature.of(List.of("whs_one"), AT, "{}"),
                Signature.of(List.of("whs_one"), AT.plusSeconds(1), "{}"),
                Signature.of(List.of("whs_one"), AT, "{} ")))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_new_secret_is_long_and_shows_what_it_is() {
    assertThat(Signature.newSecret())
        .matches("whs_[A-Za-z0-9_-]{43}")
        .isNotEqualTo(Signature.newSecret());
  }
}
