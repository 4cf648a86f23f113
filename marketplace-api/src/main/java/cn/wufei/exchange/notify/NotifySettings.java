package cn.wufei.exchange.notify;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How notices are followed and kept.
///
/// @param poll how often an instance asks for new notices on behalf of all its streams
/// @param heartbeat the longest silence on a stream
/// @param patience how long a reader may take nothing before its stream is closed
/// @param streamsPerMember most streams of one member on one instance
/// @param streamsMax most streams on one instance
/// @param batch most notices given to one stream at a time
/// @param keep how long a notice is kept
@ConfigurationProperties("wufei.notify")
record NotifySettings(
    @Bindable(defaultValue = "250ms") Duration poll,
    @Bindable(defaultValue = "15s") Duration heartbeat,
    @Bindable(defaultValue = "60s") Duration patience,
    @Bindable(defaultValue = "8") int streamsPerMember,
    @Bindable(defaultValue = "5000") int streamsMax,
    @Bindable(defaultValue = "100") int batch,
    @Bindable(defaultValue = "90d") Duration keep) {}
