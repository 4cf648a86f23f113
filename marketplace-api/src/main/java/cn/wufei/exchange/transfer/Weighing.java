package cn.wufei.exchange.transfer;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// What a weighbridge said of a truck, full and empty.
///
/// @param ticketNumber the weighbridge's own
/// @param netKg gross less tare
/// @param at when it was weighed
@Serdeable
public record Weighing(String ticketNumber, long grossKg, long tareKg, long netKg, Instant at) {

  static Weighing of(String ticketNumber, long grossKg, long tareKg, Instant at) {
    return new Weighing(ticketNumber, grossKg, tareKg, grossKg - tareKg, at);
  }
}
