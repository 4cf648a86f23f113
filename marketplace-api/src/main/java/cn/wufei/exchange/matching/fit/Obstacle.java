package cn.wufei.exchange.matching.fit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One constraint that keeps a near miss from being a match, with the two values that do not meet.
/// `need` and `have` are figures as text: yuan per tonne (`180.00`), a range with its basis (`<= 12
/// wet`, `85..90 none`), days (`2026-03-01..2026-03-31`), kilograms, kilometres or months with
/// tonnes (`2026-11 2026-12`).
@Serdeable
@Schema(name = "Obstacle")
public record Obstacle(
    Key key, @Nullable String parameter, @Nullable String need, @Nullable String have) {

  /// In the order in which they are checked.
  @Serdeable
  public enum Key {
    /// The price asked is above the demand's limit, both on the limit's basis.
    @JsonProperty("price")
    PRICE,
    /// The lot's price is delivered, and not so far as the demand's site.
    @JsonProperty("delivery")
    DELIVERY,
    /// The lot does not lie wholly within the range, or is stated on another basis.
    @JsonProperty("parameter")
    PARAMETER,
    /// The lot says nothing about a parameter that the demand requires: ask for a report.
    @JsonProperty("parameter-missing")
    PARAMETER_MISSING,
    /// No day on which the one has and the other needs.
    @JsonProperty("window")
    WINDOW,
    /// Nothing is left of the lot or of the demand.
    @JsonProperty("quantity")
    QUANTITY,
    /// The lot is not sold in so small a quantity as can move.
    @JsonProperty("least-quantity")
    LEAST_QUANTITY,
    /// In no month that is still to come do both have tonnes.
    @JsonProperty("months")
    MONTHS
  }
}
