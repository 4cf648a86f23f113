package cn.wufei.exchange.matching.standing;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How changes are matched.
///
/// @param enabled whether this process matches at all; several may
/// @param batch most changes that it takes at a time
/// @param pollInterval pause when nothing waits
/// @param indexPause how long a change waits when the index does not show it yet
/// @param retryFirst pause after the first failure, doubled with each further one
/// @param retryLast the longest pause between two attempts
/// @param lease how long changes that were taken are left to who took them; work that takes longer
///   is done twice, which does no harm
/// @param pairsMax most pairs of one lot or demand that are judged again when it changes
@ConfigurationProperties("wufei.matching.standing")
record StandingSettings(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "100") int batch,
    @Bindable(defaultValue = "200ms") Duration pollInterval,
    @Bindable(defaultValue = "250ms") Duration indexPause,
    @Bindable(defaultValue = "250ms") Duration retryFirst,
    @Bindable(defaultValue = "2s") Duration retryLast,
    @Bindable(defaultValue = "30s") Duration lease,
    @Bindable(defaultValue = "1000") int pairsMax) {}
