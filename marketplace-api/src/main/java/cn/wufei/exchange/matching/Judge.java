package cn.wufei.exchange.matching;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.catalog.MaterialUse;
import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.DemandStatus;
import cn.wufei.exchange.haul.Haul;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotStatus;
import cn.wufei.exchange.listing.QuantityKind;
import cn.wufei.exchange.matching.fit.Carriage;
import cn.wufei.exchange.matching.fit.Compatibility;
import cn.wufei.exchange.matching.fit.MatchWeights;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Obstacle;
import cn.wufei.exchange.matching.fit.Scoring;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.search.SearchFields;
import cn.wufei.exchange.search.Standpoint;
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
    long bothKg = Math.max(0, Math.min(supply.availableKg(), need.openKg()));
    Haul haul = hauls.between(Place.of(lot.site()), Place.of(demand.site()), bothKg);
    Carriage carriage = Carriage.of(haul);
    BigDecimal asked = carriage.asked(supply, need);
    boolean forbidden = isForbidden(lot.materialKey(), demand.use());
    Scoring.Score score =
        scoring.of(supply, need, asked, usualParameters(lot.materialKey()), today());
    return switch (Compatibility.judge(supply, need, carriage, forbidden, today())) {
      case Compatibility.Verdict.Match(long quantityKg) ->
          match(lot, demand, haul, asked, score, quantityKg, List.of());
      case Compatibility.Verdict.NearMiss(List<Obstacle> obstacles) ->
          match(lot, demand, haul, asked, score, bothKg, obstacles);
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
        lot.deliveryRadiusKm(),
        lot.availableFrom(),
        lot.availableTo(),
        lot.qualities().stream()
            .map(range ->
                new ParameterRange(range.parameter(), range.min(), range.max(), range.basis()))
            .toList());
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
        demand.limitBasis(),
        demand.neededFrom(),
        demand.neededTo(),
        demand.ranges().stream()
            .map(range ->
                new ParameterRange(range.parameter(), range.min(), range.max(), range.basis()))
            .toList());
  }

  /// Where demands for the lot are compared from.
  static Standpoint standpoint(Lot lot) {
    return new Standpoint(
        Place.of(lot.site()), lot.priceBasis(), lot.deliveryRadiusKm(), lot.availableKg(), false);
  }

  /// Where lots for the demand are compared at.
  static Standpoint standpoint(Demand demand) {
    return new Standpoint(
        Place.of(demand.site()), demand.limitBasis(), null, demand.openKg(), false);
  }

  /// Looks up the ways of many pairs at once, before each is judged.
  void prepare(List<Lot> lots, List<Demand> demands) {
    hauls.prepare(
        lots.stream().map(lot -> Place.of(lot.site())).toList(),
        demands.stream().map(demand -> Place.of(demand.site())).toList());
  }

  private static Match match(
      Lot lot,
      Demand demand,
      Haul haul,
      BigDecimal asked,
      Scoring.Score score,
      long quantityKg,
      List<Obstacle> obstacles) {
    return new Match(
        lot,
        demand,
        score.score(),
        haul.distanceKm(),
        haul.freightYuanPerT(),
        haul.way(),
        haul.alternatives(),
        haul.delivered(lot.priceYuanPerT(), lot.priceBasis()),
        asked,
        quantityKg,
        score.terms(),
        obstacles);
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
