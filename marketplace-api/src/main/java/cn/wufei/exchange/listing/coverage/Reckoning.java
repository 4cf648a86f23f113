package cn.wufei.exchange.listing.coverage;

import cn.wufei.exchange.stream.profile.GenerationProfile;
import java.time.LocalDate;
import java.util.Collection;

/// Sets what is promised of a stream against what is there and expected. Pure.
final class Reckoning {

  private Reckoning() {}

  /// Tonnes that are to leave a stream by a day.
  record Promise(LocalDate until, long openKg) {}

  /// @param onHandKg of today; less than nothing when more left than was recorded
  /// @param until a day; one that is over counts as today
  static Coverage of(
      long onHandKg,
      GenerationProfile profile,
      Collection<Promise> promises,
      LocalDate today,
      LocalDate until) {
    LocalDate by = until.isBefore(today) ? today : until;
    long promisedKg =
        promises.stream()
            .filter(promise -> !promise.until().isAfter(by))
            .mapToLong(Promise::openKg)
            .sum();
    return Coverage.of(
        by,
        profile.isStated(),
        Math.max(0, onHandKg),
        profile.expectedKg(today.plusDays(1), by),
        promisedKg);
  }
}
