package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a member looks for, as it stands in the address. A parameter that is given several times
/// means any of its values; different parameters must all be met.
///
/// @param id only these documents
/// @param adcode division of six digits; it contains those below it
/// @param use key of the catalog's use: of a demand its own, of a lot any that its material is
///   allowed in
/// @param minPriceYuanPerT of a lot its price, of a demand its limit, as it stands: ex works or
///   delivered
/// @param availableFrom with `availableTo`: days of which at least one lies in the document's
///   window
/// @param quality `parameter:min..max:basis` such as `moisture:..12:wet`; what is stated must lie
///   wholly inside, and what is not stated is not inside
/// @param siteId one of the caller's own sites, for distance, freight and cost
/// @param radiusKm as the crow flies around that site
/// @param maxDeliveredYuanPerT lots only: the price with freight to that site, of those that are
///   offered there
/// @param minExWorksYuanPerT demands only: the demand's limit less freight from that site
/// @param box `west,south,east,north` in degrees, WGS-84
/// @param area corners of a polygon `lon,lat,lon,lat,...` in degrees, WGS-84, not crossing itself
/// @param demandId lots only: one of the caller's demands, for the order `match`
/// @param lotId demands only: one of the caller's lots, for the order `match`
@Introspected
record SearchRequest(
    @QueryValue @Nullable @Size(max = SearchRequest.TEXT_MAX) String text,
    @QueryValue @Nullable @Size(max = SearchRequest.VALUES_MAX) List<Id> id,
    @QueryValue @Nullable @Size(max = SearchRequest.VALUES_MAX)
        List<@Size(max = SearchRequest.KEY_MAX) String> material,
    @QueryValue @Nullable @Size(max = SearchRequest.VALUES_MAX)
        List<@Size(max = 10) String> classCode,
    @QueryValue @Nullable @Size(max = SearchRequest.VALUES_MAX)
        List<@Pattern(regexp = "[0-9]{6}") String> adcode,
    @QueryValue @Nullable @Size(max = SearchRequest.VALUES_MAX)
        List<@Size(max = 20) String> saleMethod,
    @QueryValue @Nullable @Size(max = SearchRequest.VALUES_MAX)
        List<@Pattern(regexp = "firm|estimate") String> quantityKind,
    @QueryValue @Nullable @Size(max = SearchRequest.VALUES_MAX)
        List<@Size(max = SearchRequest.KEY_MAX) String> use,
    @QueryValue @Nullable @Size(max = SearchRequest.VALUES_MAX) List<Id> organisationId,
    @QueryValue @Nullable @Min(0) @Max(SearchRequest.KG_MAX) Long minQuantityKg,
    @QueryValue @Nullable @Min(0) @Max(SearchRequest.KG_MAX) Long maxQuantityKg,
    @QueryValue @Nullable @Digits(integer = 8, fraction = 2) BigDecimal minPriceYuanPerT,
    @QueryValue @Nullable @Digits(integer = 8, fraction = 2) BigDecimal maxPriceYuanPerT,
    @QueryValue @Nullable LocalDate availableFrom,
    @QueryValue @Nullable LocalDate availableTo,
    @QueryValue @Nullable @Size(max = SearchRequest.QUALITIES_MAX)
        List<@QualityFilter String> quality,
    @QueryValue @Nullable Id siteId,
    @QueryValue @Nullable @DecimalMin("0.1") @DecimalMax("21000") @Digits(integer = 5, fraction = 1)
        BigDecimal radiusKm,
    @QueryValue @Nullable @Digits(integer = 8, fraction = 2) BigDecimal maxDeliveredYuanPerT,
    @QueryValue @Nullable @Digits(integer = 8, fraction = 2) BigDecimal minExWorksYuanPerT,
    @QueryValue @Nullable @BoxFilter String box,
    @QueryValue @Nullable @AreaFilter String area,
    @QueryValue @Nullable Id demandId,
    @QueryValue @Nullable Id lotId) {

  static final int TEXT_MAX = 200;
  static final int VALUES_MAX = 50;
  static final int QUALITIES_MAX = 20;
  static final int KEY_MAX = 40;
  static final long KG_MAX = 1_000_000_000_000L;

  /// The parameter that says nothing in a search of that kind, if one is given.
  @Nullable String misplacedIn(Target target) {
    return switch (target) {
      case LOTS -> firstGiven("minExWorksYuanPerT", minExWorksYuanPerT, "lotId", lotId);
      case DEMANDS -> {
        String misplaced =
            firstGiven("maxDeliveredYuanPerT", maxDeliveredYuanPerT, "demandId", demandId);
        yield misplaced != null
            ? misplaced
            : firstGiven("saleMethod", saleMethod, "quantityKind", quantityKind);
      }
    };
  }

  private static @Nullable String firstGiven(
      String name, @Nullable Object value, String other, @Nullable Object otherValue) {
    return value != null ? name : otherValue != null ? other : null;
  }

  /// What may cost most with freight, see [Target#cost].
  @Nullable BigDecimal maxCost() {
    return minExWorksYuanPerT == null ? maxDeliveredYuanPerT : minExWorksYuanPerT.negate();
  }

  /// Whether the days that are asked for end before they begin.
  boolean hasNoDays() {
    return availableFrom != null && availableTo != null && availableTo.isBefore(availableFrom);
  }
}
