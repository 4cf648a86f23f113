package cn.wufei.exchange.transfer;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// What the receiver's weighbridge said.
///
/// @param rejectedKg what went back on the truck
@Serdeable
public record Arrival(
    String ticketNumber, long grossKg, long tareKg, long netKg, long rejectedKg, Instant at) {}
