package cn.wufei.exchange.matching;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.catalog.MaterialUse;
import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.DemandStatus;
import cn.wufei.exchange.haul.Haul;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotStatus;
import cn.wufei.exchange.listing.QuantityKind;
import cn.wufei.exchange.matching.fit.Compatibility;
import cn.wufei.exchange.matching.fit.MatchWeights;
import cn.wufei.exchange.matching.fit.MonthlyFit;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Obstacle;
import cn.wufei.exchange.matching.fit.Scoring;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.search.SearchFields;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.ParameterRange;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges a current lot against a current demand, with the freight between them and what the
/// reference data say of the material.
@Singleton
class Judge {

  private static final String FORBIDDEN = "forbidden";
  private static final String UNVERIFIED = "unverified";

  private final Catalog catalog;
  private final Hauls hauls;
  private final Scoring scoring;
  private final Clock clock;

  Judge(Catalog catalog, Hauls hauls, MatchWeights weights, Clock clock) {
    this.catalog = catalog;
    this.hauls = hauls;
    this.scoring = new Scoring(weights);
    this.clock = clock;
  }

  LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }

  /// The match or near miss; nothing when the two have nothing to do with each other.
  @Nullable Match judge(Lot lot, Demand demand) {
    Supply supply = supply(lot);
    Need need = need(demand);
    Haul haul = hauls.between(place(lot.site()), place(demand.site()));
    BigDecimal delivered = haul.delivered(lot.priceYuanPerT());
    MonthlyFit fit = MonthlyFit.of(supply, need, today());
    boolean forbidden = isForbidden(lot.materialKey(), demand.use());
    Scoring.Score score =
        scoring.of(supply, need, delivered, usualParameters(lot.materialKey()), today());
    return switch (Compatibility.judge(supply, need, delivered, forbidden, today())) {
      case Compatibility.Verdict.Match(long _) ->
          match(lot, demand, haul, delivered, score, fit, List.of());
      case Compatibility.Verdict.NearMiss(List<Obstacle> obstacles) ->
          match(lot, demand, haul, delivered, score, fit, obstacles);
      case Compatibility.Verdict.Unfit _ -> null;
    };
  }

  static Supply supply(Lot lot) {
    return new Supply(
        lot.id(),
        lot.organisation().id(),
        lot.status() == LotStatus.PUBLISHED && isVerified(lot.organisation()),
        lot.materialKey(),
        lot.quantityKind() == QuantityKind.FIRM,
        lot.availableKg(),
        lot.priceYuanPerT(),
        lot.availableFrom(),
        lot.availableTo(),
        lot.qualities().stream()
            .map(range ->
                new ParameterRange(range.parameter(), range.min(), range.max(), range.basis()))
            .toList(),
        lot.months());
  }

  static Need need(Demand demand) {
    return new Need(
        demand.id(),
        demand.organisation().id(),
        demand.status() == DemandStatus.PUBLISHED && isVerified(demand.organisation()),
        Set.copyOf(demand.materialKeys()),
        demand.use(),
        demand.openKg(),
        demand.maxDeliveredYuanPerT(),
        demand.neededFrom(),
        demand.neededTo(),
        demand.ranges().stream()
            .map(range ->
                new ParameterRange(range.parameter(), range.min(), range.max(), range.basis()))
            .toList(),
        demand.months());
  }

  static GeoPoint place(SiteRef site) {
    return new GeoPoint(site.latitude().doubleValue(), site.longitude().doubleValue());
  }

  private static Match match(
      Lot lot,
      Demand demand,
      Haul haul,
      BigDecimal delivered,
      Scoring.Score score,
      MonthlyFit fit,
      List<Obstacle> obstacles) {
    return new Match(
        lot,
        demand,
        score.score(),
        haul.distanceKm(),
        haul.freightYuanPerT(),
        delivered,
        fit.kg(),
        score.terms(),
        obstacles,
        fit.months());
  }

  /// A pair that nobody has checked does not keep a trade from being shown.
  private boolean isForbidden(String materialKey, String use) {
    MaterialUse pair = catalog.materialUse(materialKey, use);
    return pair != null && pair.verdict().equals(FORBIDDEN) && !pair.verified().equals(UNVERIFIED);
  }

  private List<String> usualParameters(String materialKey) {
    Material material = catalog.material(materialKey);
    return material == null ? List.of() : material.parameters();
  }

  private static boolean isVerified(OrganisationRef organisation) {
    return organisation.status().equals(SearchFields.VERIFIED);
  }
}
