package cn.wufei.exchange.matching.fit;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What of a pair can move in one calendar month.
///
/// @param month such as `2027-03`
/// @param supplyKg what the lot has in it; nothing stated when the lot does not recur
/// @param needKg what the demand wants in it; nothing stated when the demand does not recur
/// @param fitKg what of both can move
@Serdeable
@Schema(name = "MatchMonth")
public record FitMonth(String month, @Nullable Long supplyKg, @Nullable Long needKg, long fitKg) {}
