package cn.wufei.exchange.http;

import io.micronaut.context.annotation.ConfigurationProperties;

/// How many requests one address may make: to the API as a whole, to sign in (and to try the first
/// operator's secret), and to sign organisations up. `addressesMax` bounds the memory for counting.
@ConfigurationProperties("wufei.limits")
record LimitSettings(int apiPerMinute, int signInPerMinute, int signUpPerHour, int addressesMax) {}
