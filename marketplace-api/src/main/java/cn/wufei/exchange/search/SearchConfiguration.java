package cn.wufei.exchange.search;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// Limits of the search.
///
/// @param timeout the longest that Elasticsearch may take for one request
/// @param costFetchesMax most pages that are read to order one page of answers by cost
/// @param costCandidatesMax most documents that are costed one by one for a limit on the cost
@ConfigurationProperties("wufei.search")
record SearchConfiguration(
    @Bindable(defaultValue = "2s") Duration timeout,
    @Bindable(defaultValue = "200") int costFetchesMax,
    @Bindable(defaultValue = "10000") int costCandidatesMax) {}
