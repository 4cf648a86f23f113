package cn.wufei.exchange.stream.profile;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// A producer states what a stream generates in each month of a usual year.
@Singleton
class StateProfile {

  static final long MONTH_KG_MAX = 10_000_000_000L;

  private final Streams streams;
  private final ProfileStore store;
  private final AuditLog audit;
  private final Clock clock;

  StateProfile(Streams streams, ProfileStore store, AuditLog audit, Clock clock) {
    this.streams = streams;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the stream is the caller's own, the version.
  Outcome<GenerationProfile> handle(Caller caller, Id id, long version, Command command) {
    StreamRef stream = streams.find(id);
    if (stream == null || !stream.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    if (!store.write(id, version, command.monthsKg(), now)) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    audit.record(
        caller,
        "generation-profile-stated",
        "stream",
        id,
        Map.of("yearKg", command.monthsKg().stream().mapToLong(Long::longValue).sum()));
    return Outcome.done(store.find(id));
  }

  /// @param monthsKg kilograms of January to December
  @Serdeable
  @Schema(name = "StateGenerationProfile")
  record Command(
      @NotNull @Size(min = GenerationProfile.MONTHS, max = GenerationProfile.MONTHS)
          List<@NotNull @Min(0) @Max(MONTH_KG_MAX) Long> monthsKg) {

    Command {
      monthsKg = monthsKg == null ? List.of() : List.copyOf(monthsKg);
    }
  }
}
