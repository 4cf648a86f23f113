package cn.wufei.exchange.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How long tokens live. A refresh token dies when it is not used for `refreshIdleLifetime`, and
/// with its whole session after `refreshAbsoluteLifetime`. An access token of an ended session
/// works on for at most `livenessCacheLifetime`.
@ConfigurationProperties("wufei.session")
record SessionSettings(
    Duration accessTokenLifetime,
    Duration refreshIdleLifetime,
    Duration refreshAbsoluteLifetime,
    Duration livenessCacheLifetime,
    int livenessCacheMax) {}
