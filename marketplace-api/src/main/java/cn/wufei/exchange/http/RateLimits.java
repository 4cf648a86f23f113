package cn.wufei.exchange.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Token buckets per address, on this instance. A bucket that has not been touched for longer than
/// its period is full again and is forgotten.
@Singleton
class RateLimits {

  private final LimitSettings settings;
  private final TimeMeter time;
  private final Cache<Key, Bucket> buckets;

  @Inject
  RateLimits(LimitSettings settings) {
    this(settings, TimeMeter.SYSTEM_NANOTIME);
  }

  RateLimits(LimitSettings settings, TimeMeter time) {
    this.settings = settings;
    this.time = time;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(settings.addressesMax())
            .expireAfterAccess(Duration.ofHours(2))
            .build();
  }

  /// Takes one token.
  ///
  /// @return 0 when there was one, otherwise the seconds until there is
  long take(Limit limit, String address) {
    ConsumptionProbe probe =
        buckets
            .get(new Key(limit, address), key -> bucketFor(key.limit()))
            .tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
  }

  private Bucket bucketFor(Limit limit) {
    int capacity =
        switch (limit) {
          case API -> settings.apiPerMinute();
          case SIGN_IN -> settings.signInPerMinute();
          case SIGN_UP -> settings.signUpPerHour();
        };
    Duration period =
        switch (limit) {
          case API, SIGN_IN -> Duration.ofMinutes(1);
          case SIGN_UP -> Duration.ofHours(1);
        };
    return Bucket.builder()
        .addLimit(stage -> stage.capacity(capacity).refillGreedy(capacity, period))
        .withCustomTimePrecision(time)
        .build();
  }

  /// What is counted apart.
  enum Limit {
    API,
    SIGN_IN,
    SIGN_UP
  }

  private record Key(Limit limit, String address) {}
}
