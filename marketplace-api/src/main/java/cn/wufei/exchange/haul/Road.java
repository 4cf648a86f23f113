package cn.wufei.exchange.haul;

import java.math.BigDecimal;

/// The length of a way by road.
///
/// @param km to one decimal
record Road(BigDecimal km, DistanceSource source) {}
