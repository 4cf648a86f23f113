package cn.wufei.indexer.upkeep;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How the indices are looked after. Durations of the database are whole seconds.
///
/// @param reconcileEvery how often database and index are compared unasked
/// @param keepOldIndex how long an index stays when another has taken its place: a reader who pages
///   through it may go on
/// @param lease after so long without a word another instance takes over
/// @param upkeepInterval how often it is looked what there is to do
/// @param definitionCheck how often it is looked whether an index has the present definition, and
///   which indices nobody uses any more
/// @param comparePage how many ids are read from the index at once; Elasticsearch allows 10,000
@ConfigurationProperties("wufei.indexer")
record UpkeepConfiguration(
    @Bindable(defaultValue = "10m") Duration reconcileEvery,
    @Bindable(defaultValue = "15m") Duration keepOldIndex,
    @Bindable(defaultValue = "30s") Duration lease,
    @Bindable(defaultValue = "1s") Duration upkeepInterval,
    @Bindable(defaultValue = "5s") Duration definitionCheck,
    @Bindable(defaultValue = "10000") int comparePage) {}
