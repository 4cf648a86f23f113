package cn.wufei.exchange.account;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What left a stream's yard beyond the recorded stock and is not cleared yet.
///
/// @param since the day on which the oldest of it left
/// @param departures what it is made of, oldest first
@Serdeable
record Unreconciled(long kg, @Nullable LocalDate since, List<Departed> departures) {

  /// @param kind code of the transfer's kind
  /// @param posting number of the posting
  /// @param subjectNumber of the load
  /// @param kg how much of it is open
  @Serdeable
  @Schema(name = "UnreconciledDeparture")
  record Departed(
      String kind,
      long posting,
      Id subjectId,
      @Nullable String subjectNumber,
      LocalDate occurredOn,
      long kg) {}
}
