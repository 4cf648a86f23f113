package cn.wufei.exchange.tender;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// @param biddingMin how long bidders have at least: they need time to read, to ask and to transfer
///   a deposit
@ConfigurationProperties("wufei.tender")
record TenderSettings(@Bindable(defaultValue = "1h") Duration biddingMin) {}
