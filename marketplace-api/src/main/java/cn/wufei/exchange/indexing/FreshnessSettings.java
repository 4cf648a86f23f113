package cn.wufei.exchange.indexing;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// Limits on those who wait until a change can be found.
///
/// @param waitersMax how many may wait at once on an instance; who comes later is answered at once
/// @param pollInterval how often the index is asked for one who waits
/// @param timeout the longest that Elasticsearch may take for one question
@ConfigurationProperties("wufei.freshness")
record FreshnessSettings(
    @Bindable(defaultValue = "64") int waitersMax,
    @Bindable(defaultValue = "100ms") Duration pollInterval,
    @Bindable(defaultValue = "2s") Duration timeout) {}
