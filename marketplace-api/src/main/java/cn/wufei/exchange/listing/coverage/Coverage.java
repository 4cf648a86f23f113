package cn.wufei.exchange.listing.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/// What is promised of a stream until a day, beside what is there and what is expected until then.
///
/// @param profileStated whether the producer has stated what the stream generates; nothing is
///   expected while it has not
/// @param onHandKg what the ledger says lies there today, nothing when more left than was recorded
/// @param expectedKg expected to be generated from tomorrow until the day
/// @param promisedKg on offer or agreed on and not moved yet, of all lots that end by the day
/// @param beyondKg by how much more is promised than is there and expected
@Serdeable
@Schema(name = "Coverage")
record Coverage(
    LocalDate until,
    State state,
    boolean profileStated,
    long onHandKg,
    long expectedKg,
    long promisedKg,
    long beyondKg) {

  static Coverage of(
      LocalDate until, boolean profileStated, long onHandKg, long expectedKg, long promisedKg) {
    long beyondKg = Math.max(0, promisedKg - onHandKg - expectedKg);
    State otherwise = profileStated ? State.BEYOND : State.UNKNOWN;
    return new Coverage(
        until,
        beyondKg == 0 ? State.COVERED : otherwise,
        profileStated,
        onHandKg,
        expectedKg,
        promisedKg,
        beyondKg);
  }

  /// Whether what is promised is there or expected.
  @Serdeable
  @Schema(name = "CoverageState")
  enum State {
    /// There or expected in time.
    @JsonProperty("covered")
    COVERED,
    /// More is promised than is there and expected.
    @JsonProperty("beyond")
    BEYOND,
    /// More is promised than is there, and what is expected was not stated.
    @JsonProperty("unknown")
    UNKNOWN
  }
}
