package cn.wufei.exchange.export;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How much is exported at once.
///
/// @param atOnce exports that an instance makes or sends at the same time; each holds a connection
///   while it is made, and a file until it is sent
/// @param bytesMax of an archive
/// @param makingMax how long one may take to be made before its place is given away
/// @param idleMax how long one that is made may lie without a byte of it being fetched
@ConfigurationProperties("wufei.export")
record ExportSettings(
    @Bindable(defaultValue = "2") int atOnce,
    @Bindable(defaultValue = "2147483648") long bytesMax,
    @Bindable(defaultValue = "1h") Duration makingMax,
    @Bindable(defaultValue = "1m") Duration idleMax) {}
