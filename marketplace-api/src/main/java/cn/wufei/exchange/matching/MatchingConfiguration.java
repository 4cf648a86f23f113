package cn.wufei.exchange.matching;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Limits of matching.
///
/// @param candidatesMax most documents that are judged for one list of matches, and again for one
///   of near misses
/// @param matchesMax most matches shown
/// @param nearMissesMax most near misses shown
/// @param obstaclesMax a pair with more obstacles is no near miss
@ConfigurationProperties("wufei.matching")
record MatchingConfiguration(
    @Bindable(defaultValue = "200") int candidatesMax,
    @Bindable(defaultValue = "50") int matchesMax,
    @Bindable(defaultValue = "20") int nearMissesMax,
    @Bindable(defaultValue = "2") int obstaclesMax) {}
