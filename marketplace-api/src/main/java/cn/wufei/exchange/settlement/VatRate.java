package cn.wufei.exchange.settlement;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// The rate at which an organisation invoices, as it says itself.
///
/// @param version 0 while nothing was ever stated
/// @param rateBp hundredths of a percent; absent while no rate is stated
@Serdeable
public record VatRate(long version, @Nullable Integer rateBp) {}
