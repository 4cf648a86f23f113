package cn.wufei.exchange.export;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How much is exported at once.
///
/// @param atOnce exports that an instance makes or sends at the same time; each holds a connection
///   while it is made, and a file until it is sent
/// @param bytesMax of an archive
/// @param sendingMax how long one may take to be made and fetched before its place is given away
@ConfigurationProperties("wufei.export")
record ExportSettings(
    @Bindable(defaultValue = "2") int atOnce,
    @Bindable(defaultValue = "2147483648") long bytesMax,
    @Bindable(defaultValue = "1h") Duration sendingMax) {}
