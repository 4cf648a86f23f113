package cn.wufei.exchange.haul;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How distances are found.
///
/// @param circuity road kilometres per kilometre as the crow flies
/// @param osrmUrl a routing service that speaks OSRM's HTTP interface; none by default
/// @param osrmTimeout the longest that it may take for one answer
/// @param osrmPause for how long it is left alone after it failed
/// @param osrmWaysMax most ways that are remembered
/// @param osrmTableMax most points in one request; OSRM's own default limit is 100
@ConfigurationProperties("wufei.haul")
record HaulConfiguration(
    @Bindable(defaultValue = "1.3") double circuity,
    @Nullable URI osrmUrl,
    @Bindable(defaultValue = "1s") Duration osrmTimeout,
    @Bindable(defaultValue = "30s") Duration osrmPause,
    @Bindable(defaultValue = "10000") int osrmWaysMax,
    @Bindable(defaultValue = "100") int osrmTableMax) {

  HaulConfiguration {
    if (osrmTableMax < 2 || osrmWaysMax < osrmTableMax) {
      throw new IllegalArgumentException(
          "wufei.haul.osrm-table-max is 2 or more and at most wufei.haul.osrm-ways-max");
    }
  }
}
