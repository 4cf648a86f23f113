package cn.wufei.exchange.matching.blend;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/// A limit that no lot meets by itself, so that no mixture of them can.
///
/// @param upper whether the limit is the greatest value allowed, or the least
/// @param best the value of the lot that comes closest: its greatest, or its least
@Serdeable
@Schema(name = "BlendOutOfReach")
public record OutOfReach(
    String parameter, String basis, BigDecimal limit, boolean upper, BigDecimal best) {}
