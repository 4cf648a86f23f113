package cn.wufei.exchange.matching;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Limits of matching.
///
/// @param comparedMax about how many demands for a material a lot is compared with, those with the
///   highest limits, where there are more
/// @param rankedMax most candidates that the index ranks by the whole of what it knows, the best by
///   a shorter reckoning
/// @param candidatesMax most candidates that are scored on what the index knows of them
/// @param judgedMax how many of them are read from the database and judged at a time, the best
///   first
/// @param nearCandidatesMax most candidates that are judged for one list of near misses
/// @param matchesMax most matches shown
/// @param nearMissesMax most near misses shown
/// @param openingsMax most single changes named that would open near misses
/// @param obstaclesMax a pair with more obstacles is no near miss
@ConfigurationProperties("wufei.matching")
record MatchingConfiguration(
    @Bindable(defaultValue = "40000") int comparedMax,
    @Bindable(defaultValue = "1000") int rankedMax,
    @Bindable(defaultValue = "150") int candidatesMax,
    @Bindable(defaultValue = "54") int judgedMax,
    @Bindable(defaultValue = "200") int nearCandidatesMax,
    @Bindable(defaultValue = "50") int matchesMax,
    @Bindable(defaultValue = "20") int nearMissesMax,
    @Bindable(defaultValue = "5") int openingsMax,
    @Bindable(defaultValue = "2") int obstaclesMax) {}
