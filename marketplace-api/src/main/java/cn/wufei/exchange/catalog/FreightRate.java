package cn.wufei.exchange.catalog;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What haulage costs per tonne between two distances: `yuanPerTKm` for each kilometre, at least
/// `floorYuanPerT`, plus `handlingYuanPerT`. `fromKm` is included, `toKm` is not; no `toKm` means
/// any distance beyond.
///
/// @param fromT the fewest tonnes of a consignment for which it holds
@Serdeable
public record FreightRate(
    String key,
    String mode,
    BigDecimal fromT,
    BigDecimal fromKm,
    @Nullable BigDecimal toKm,
    BigDecimal yuanPerTKm,
    BigDecimal floorYuanPerT,
    BigDecimal handlingYuanPerT,
    String source,
    String verified) {}
