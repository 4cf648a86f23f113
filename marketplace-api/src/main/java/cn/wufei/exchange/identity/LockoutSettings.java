package cn.wufei.exchange.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// After `failuresMax` failed sign-ins in a row a login is locked for `firstLock`; each further
/// lock lasts twice as long, up to `longestLock`. A login left alone for `forgetAfter` starts anew.
@ConfigurationProperties("wufei.lockout")
record LockoutSettings(
    int failuresMax, Duration firstLock, Duration longestLock, Duration forgetAfter) {}
