package cn.wufei.exchange.haul;

import cn.wufei.exchange.catalog.FreightMode;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/// A way between two sites by one mode from end to end.
///
/// @param distanceKm to one decimal
/// @param freightYuanPerT reference freight for it
@Serdeable
public record Way(
    FreightMode mode, BigDecimal distanceKm, DistanceSource source, BigDecimal freightYuanPerT) {}
