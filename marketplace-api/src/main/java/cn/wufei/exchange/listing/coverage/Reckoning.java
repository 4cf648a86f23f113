package cn.wufei.exchange.listing.coverage;

import cn.wufei.exchange.stream.profile.GenerationProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Sets what is promised of a stream against what is there and expected. Pure.
///
/// @param onHandKg of today; less than nothing when more left than was recorded
record Reckoning(long onHandKg, GenerationProfile profile, LocalDate today) {

  /// Tonnes that are to leave a stream by a day.
  record Promise(LocalDate until, long openKg) {}

  /// @param until a day; one that is over counts as today
  Coverage of(Collection<Promise> promises, LocalDate until) {
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

  /// How it would be with one promise more.
  Forecast with(Promise more, Collection<Promise> others) {
    List<Promise> all = new ArrayList<>(others);
    all.add(more);
    Coverage later =
        others.stream()
            .map(Promise::until)
            .filter(until -> until.isAfter(today) && until.isAfter(more.until()))
            .distinct()
            .sorted()
            .filter(until -> of(others, until).beyondKg() == 0)
            .map(until -> of(all, until))
            .filter(coverage -> coverage.beyondKg() > 0)
            .findFirst()
            .orElse(null);
    return new Forecast(of(all, more.until()), later);
  }
}
