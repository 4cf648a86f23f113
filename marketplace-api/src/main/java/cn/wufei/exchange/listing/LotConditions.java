package cn.wufei.exchange.listing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a lot asks of an order and of whoever fetches it.
///
/// @param minimumKg the least quantity of one offer (起订量); nothing where any will do
/// @param destinations divisions to which it goes (流向), by their six digits; none when everywhere
/// @param loadingModes none when nothing is said
/// @param loadingHours nothing when nothing is said
record LotConditions(
    @Nullable Long minimumKg,
    List<String> destinations,
    List<LoadingMode> loadingModes,
    @Nullable LoadingHours loadingHours) {

  static final LotConditions NONE = new LotConditions(null, List.of(), List.of(), null);

  LotConditions {
    destinations = List.copyOf(destinations);
    loadingModes = loadingModes.stream().distinct().sorted().toList();
  }

  /// As a body gives it, in which lists may be left out.
  static LotConditions of(
      @Nullable Long minimumKg,
      @Nullable List<String> destinations,
      @Nullable List<LoadingMode> loadingModes,
      @Nullable LoadingHours loadingHours) {
    return new LotConditions(
        minimumKg,
        Objects.requireNonNullElse(destinations, List.of()),
        Objects.requireNonNullElse(loadingModes, List.of()),
        loadingHours);
  }

  /// The same with what is not said here as it was.
  LotConditions orElse(LotConditions before) {
    return new LotConditions(
        minimumKg == null ? before.minimumKg : minimumKg,
        destinations.isEmpty() ? before.destinations : destinations,
        loadingModes.isEmpty() ? before.loadingModes : loadingModes,
        loadingHours == null ? before.loadingHours : loadingHours);
  }
}
