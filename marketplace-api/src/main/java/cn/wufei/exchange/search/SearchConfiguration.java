package cn.wufei.exchange.search;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// Limits of the search.
///
/// @param timeout the longest that Elasticsearch may take for one request
/// @param snapshotLifetime how long the index is kept as it was for whoever turns the pages
/// @param matchCandidatesMax most documents that are judged for the order by match
/// @param clustersMax most cells of a map
/// @param costFetchesMax most pages that are read to order one page of answers by cost
/// @param costCandidatesMax most documents that are costed one by one for a limit on the cost
/// @param alertsBehind what is newer is told later, as the index may not show all of it yet
/// @param extentsKept after how long it is asked again between which values parameters lie
@ConfigurationProperties("wufei.search")
record SearchConfiguration(
    @Bindable(defaultValue = "2s") Duration timeout,
    @Bindable(defaultValue = "5m") Duration snapshotLifetime,
    @Bindable(defaultValue = "500") int matchCandidatesMax,
    @Bindable(defaultValue = "500") int clustersMax,
    @Bindable(defaultValue = "200") int costFetchesMax,
    @Bindable(defaultValue = "10000") int costCandidatesMax,
    @Bindable(defaultValue = "30s") Duration alertsBehind,
    @Bindable(defaultValue = "1m") Duration extentsKept) {}
