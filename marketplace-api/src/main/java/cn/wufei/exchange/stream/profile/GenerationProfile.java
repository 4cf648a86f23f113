package cn.wufei.exchange.stream.profile;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a stream is expected to generate in a usual year.
///
/// @param version 0 while nothing is stated
/// @param monthsKg kilograms of January to December; none while nothing is stated
@Serdeable
@Schema(name = "GenerationProfile")
public record GenerationProfile(
    Id streamId, long version, List<Long> monthsKg, @Nullable Instant statedAt) {

  public static final int MONTHS = 12;

  public GenerationProfile {
    monthsKg = List.copyOf(monthsKg);
    if (!monthsKg.isEmpty() && monthsKg.size() != MONTHS) {
      throw new IllegalArgumentException("a year has twelve months: " + monthsKg.size());
    }
  }

  static GenerationProfile none(Id stream) {
    return new GenerationProfile(stream, 0, List.of(), null);
  }

  public boolean isStated() {
    return !monthsKg.isEmpty();
  }

  /// Expected from one day to another, both included; a month that is there in part counts by its
  /// days, rounded down.
  public long expectedKg(LocalDate from, LocalDate to) {
    if (!isStated() || to.isBefore(from)) {
      return 0;
    }
    long kg = 0;
    YearMonth last = YearMonth.from(to);
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      int begins = month.equals(YearMonth.from(from)) ? from.getDayOfMonth() : 1;
      int ends = month.equals(last) ? to.getDayOfMonth() : month.lengthOfMonth();
      long ofMonth = monthsKg.get(month.getMonthValue() - 1);
      kg += ofMonth * (ends - begins + 1) / month.lengthOfMonth();
    }
    return kg;
  }
}
