package cn.wufei.exchange.settlement;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An organisation states the rate at which it invoices, or that it states none. Statements that
/// are there keep the rate they were drafted with.
@Singleton
class StateVatRate {

  private final VatRateStore rates;
  private final AuditLog audit;
  private final Clock clock;

  StateVatRate(VatRateStore rates, AuditLog audit, Clock clock) {
    this.rates = rates;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<VatRate> handle(Caller caller, long version, Command command) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    if (!rates.write(caller.organisationId(), version, command.rateBp(), now)) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    audit.record(
        caller,
        "vat-rate-stated",
        "organisation",
        caller.organisationId(),
        command.rateBp() == null ? Map.of() : Map.of("rateBp", command.rateBp()));
    return Outcome.done(rates.find(caller.organisationId()));
  }

  /// @param rateBp hundredths of a percent; left out to state none
  @Serdeable
  @Schema(name = "StateVatRate")
  record Command(@Nullable @Min(0) @Max(10_000) Integer rateBp) {}
}
