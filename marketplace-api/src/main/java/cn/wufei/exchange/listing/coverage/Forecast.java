package cn.wufei.exchange.listing.coverage;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a stream would cover what is promised of it with one lot more.
///
/// @param coverage until the lot's last day
/// @param later until the first later day on which other lots end that would not be covered any
///   more because of it; absent when there are none
@Serdeable
@Schema(name = "CoverageForecast")
record Forecast(Coverage coverage, @Nullable Coverage later) {}
