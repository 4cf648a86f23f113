package cn.wufei.exchange.matching.fit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One constraint between a lot and a demand, and whether it holds. `need` and `have` are written
/// as in an [Obstacle].
@Serdeable
@Schema(name = "MatchCheck")
public record Check(
    Key key,
    boolean holds,
    @Nullable String parameter,
    @Nullable String need,
    @Nullable String have) {

  /// In the order in which they are checked.
  @Serdeable
  public enum Key {
    /// The lot is published and its owner verified.
    @JsonProperty("lot-open")
    LOT_OPEN(null),
    /// The demand is published and its owner verified.
    @JsonProperty("demand-open")
    DEMAND_OPEN(null),
    /// The two belong to different organisations.
    @JsonProperty("other-organisation")
    OTHER_ORGANISATION(null),
    /// The lot's material is one of those that the demand accepts.
    @JsonProperty("material")
    MATERIAL(null),
    /// The reference data do not forbid the material in the demand's use.
    @JsonProperty("use")
    USE(null),
    /// The demand's site lies in one of the divisions to which the lot goes. Not checked of a lot
    /// that goes everywhere.
    @JsonProperty("destination")
    DESTINATION(null),
    /// The seller has approved the buyer. Checked only of a lot that is for approved buyers, and
    /// not here but by whoever knows approvals.
    @JsonProperty("buyer-approved")
    BUYER_APPROVED(null),
    @JsonProperty("price")
    PRICE(Obstacle.Key.PRICE),
    /// The demand's site lies within the radius in which the lot is delivered. Not checked of a lot
    /// whose price holds ex works.
    @JsonProperty("delivery")
    DELIVERY(Obstacle.Key.DELIVERY),
    @JsonProperty("parameter")
    PARAMETER(Obstacle.Key.PARAMETER),
    /// Never holds: the lot says nothing about the parameter.
    @JsonProperty("parameter-missing")
    PARAMETER_MISSING(Obstacle.Key.PARAMETER_MISSING),
    @JsonProperty("window")
    WINDOW(Obstacle.Key.WINDOW),
    @JsonProperty("quantity")
    QUANTITY(Obstacle.Key.QUANTITY),
    /// As much can move as the lot sells at least. Not checked of a lot that sells any quantity.
    @JsonProperty("least-quantity")
    LEAST_QUANTITY(Obstacle.Key.LEAST_QUANTITY),
    /// Something can move in a month that is still to come. Not checked where neither recurs; holds
    /// where a day or a quantity is missing already.
    @JsonProperty("months")
    MONTHS(Obstacle.Key.MONTHS);

    private final Obstacle.@Nullable Key obstacle;

    Key(Obstacle.@Nullable Key obstacle) {
      this.obstacle = obstacle;
    }

    /// What a pair that fails has in its way; nothing when it is no near miss then.
    Obstacle.@Nullable Key obstacle() {
      return obstacle;
    }
  }
}
