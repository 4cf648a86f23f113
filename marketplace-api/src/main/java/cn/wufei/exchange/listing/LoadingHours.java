package cn.wufei.exchange.listing;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// When a lot is loaded: the same hours on each of the days, in China Standard Time.
///
/// @param days in the order of the week, each once
/// @param from first minute, `08:00`
/// @param to after `from` on the same day, at most `24:00`
@Serdeable
public record LoadingHours(
    @NotEmpty @Size(max = LotLimits.LOADING_DAYS_MAX) List<@NotNull Weekday> days,
    @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") String from,
    @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00") String to) {

  public LoadingHours {
    days = days.stream().distinct().sorted().toList();
  }

  boolean isReversed() {
    return from.compareTo(to) >= 0;
  }

  /// The days as digits, 1 for Monday.
  String digits() {
    return days.stream().map(day -> Integer.toString(day.number())).collect(Collectors.joining());
  }

  /// What is stored; nothing where no hours are said.
  static @Nullable LoadingHours of(
      @Nullable String digits, @Nullable String from, @Nullable String to) {
    return digits == null || from == null || to == null
        ? null
        : new LoadingHours(
            digits.chars().mapToObj(digit -> Weekday.of(digit - '0')).toList(), from, to);
  }
}
