package cn.wufei.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RateLimitsTest {

  private final StoppedTime time = new StoppedTime();
  private final RateLimits limits = new RateLimits(new LimitSettings(60, 2, 1, 1_000), time);

  @Test
  void each_address_has_its_own_allowance_and_it_grows_again() {
    assertThat(limits.take(RateLimits.Limit.SIGN_IN, "192.0.2.1")).isZero();
    assertThat(limits.take(RateLimits.Limit.SIGN_IN, "192.0.2.1")).isZero();
    assertThat(limits.take(RateLimits.Limit.SIGN_IN, "192.0.2.1")).isEqualTo(31);
    assertThat(limits.take(RateLimits.Limit.SIGN_IN, "192.0.2.2")).isZero();

    time.pass(Duration.ofSeconds(30));

    assertThat(limits.take(RateLimits.Limit.SIGN_IN, "192.0.2.1")).isZero();
    assertThat(limits.take(RateLimits.Limit.SIGN_IN, "192.0.2.1")).isPositive();
  }

  @Test
  void limits_are_counted_apart() {
    assertThat(limits.take(RateLimits.Limit.SIGN_UP, "192.0.2.1")).isZero();
    assertThat(limits.take(RateLimits.Limit.SIGN_UP, "192.0.2.1")).isEqualTo(3_601);
    assertThat(limits.take(RateLimits.Limit.API, "192.0.2.1")).isZero();
  }

  private static final class StoppedTime implements TimeMeter {

    private long nanos;

    void pass(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
