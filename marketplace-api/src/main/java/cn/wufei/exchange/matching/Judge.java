package cn.wufei.exchange.matching;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Region;
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
import cn.wufei.exchange.matching.fit.Background;
import cn.wufei.exchange.matching.fit.Carriage;
import cn.wufei.exchange.matching.fit.Change;
import cn.wufei.exchange.matching.fit.Check;
import cn.wufei.exchange.matching.fit.Compatibility;
import cn.wufei.exchange.matching.fit.MatchWeights;
import cn.wufei.exchange.matching.fit.MonthlyFit;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Obstacle;
import cn.wufei.exchange.matching.fit.Scoring;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.search.SearchFields;
import cn.wufei.indexer.document.ParameterRange;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges a lot against a demand, with the freight between them and what the reference data say of
/// the material.
@Singleton
class Judge {

  private final Catalog catalog;
  private final Hauls hauls;
  private final Scoring scoring;
  private final Backgrounds backgrounds;
  private final Clock clock;

  Judge(Catalog catalog, Hauls hauls, MatchWeights weights, Backgrounds backgrounds, Clock clock) {
    this.catalog = catalog;
    this.hauls = hauls;
    this.scoring = new Scoring(weights);
    this.backgrounds = backgrounds;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }

  /// The match or near miss; nothing when the two have nothing to do with each other.
  ///
  /// @param circle of the owner of one of the two
  @Nullable Match judge(Lot lot, Demand demand, Circle circle) {
    return judge(lot, demand, known(List.of(lot), List.of(demand), circle));
  }

  /// The match or near miss; nothing when the two have nothing to do with each other, or are not to
  /// have.
  @Nullable Match judge(Lot lot, Demand demand, Backgrounds.Known known) {
    if (!lot.mayGoTo(demand.organisation().id(), known.circle())) {
      return null;
    }
    Supply supply = supply(lot);
    Need need = need(demand);
    MonthlyFit fit = MonthlyFit.of(supply, need, today());
    Haul haul = haul(lot, demand, fit.kg());
    boolean forbidden = Forbidden.is(catalog, lot.materialKey(), demand.use());
    return switch (Compatibility.judge(supply, need, Carriage.of(haul), forbidden, today())) {
      case Compatibility.Verdict.Match(long _) -> match(lot, demand, haul, known, fit, List.of());
      case Compatibility.Verdict.NearMiss(List<Obstacle> obstacles) ->
          match(lot, demand, haul, known, fit, obstacles);
      case Compatibility.Verdict.Unfit _ -> null;
    };
  }

  /// Every constraint between the two.
  ///
  /// @param circle of the owner of one of the two
  List<Check> checks(Lot lot, Demand demand, Circle circle) {
    List<Check> checks = new ArrayList<>(checks(lot, demand));
    if (lot.isForApprovedOnly()) {
      boolean holds = lot.mayGoTo(demand.organisation().id(), circle);
      checks.add(new Check(Check.Key.BUYER_APPROVED, holds, null, null, null));
      checks.sort(Comparator.comparing(Check::key));
    }
    return checks;
  }

  private List<Check> checks(Lot lot, Demand demand) {
    Supply supply = supply(lot);
    Need need = need(demand);
    Haul haul = haul(lot, demand, MonthlyFit.of(supply, need, today()).kg());
    return Compatibility.checks(
        supply,
        need,
        Carriage.of(haul),
        Forbidden.is(catalog, lot.materialKey(), demand.use()),
        today());
  }

  /// The score by what the index knows, over the estimated way; nothing when that is no match.
  @Nullable Double score(
      Supply supply, Place lotPlace, Need need, Place demandPlace, Background background) {
    long kg = MonthlyFit.of(supply, need, today()).kg();
    Carriage carriage = Carriage.of(hauls.estimate(lotPlace, demandPlace, kg));
    boolean forbidden = Forbidden.is(catalog, supply.materialKey(), need.use());
    return Compatibility.judge(supply, need, carriage, forbidden, today())
            instanceof Compatibility.Verdict.Match
        ? scoring.of(supply, need, carriage.asked(supply, need), background, today()).score()
        : null;
  }

  /// Looks up the ways of many pairs at once, before each is judged.
  void prepare(List<Lot> lots, List<Demand> demands) {
    hauls.prepare(
        lots.stream().map(lot -> Place.of(lot.site())).toList(),
        demands.stream().map(demand -> Place.of(demand.site())).toList());
  }

  /// What is known of each of the lots with each of the demands.
  ///
  /// @param circle of the owner of all the lots or of all the demands
  Backgrounds.Known known(Collection<Lot> lots, Collection<Demand> demands, Circle circle) {
    List<TradePair> pairs =
        lots.stream()
            .flatMap(lot ->
                demands.stream()
                    .map(demand ->
                        new TradePair(lot.organisation().id(), demand.organisation().id())))
            .distinct()
            .toList();
    return backgrounds.of(pairs, lots.stream().map(Lot::streamId).distinct().toList(), circle);
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
            .toList(),
        lot.months(),
        lot.leastKg(),
        lot.destinations());
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
            .toList(),
        demand.months(),
        Region.around(demand.site().adcode()));
  }

  private Haul haul(Lot lot, Demand demand, long kg) {
    return hauls.between(Place.of(lot.site()), Place.of(demand.site()), kg);
  }

  /// What a near miss could move: where it has no day or month in common, all that both have, as
  /// nobody knows yet which months they will agree on.
  private static long openedKg(Supply supply, Need need, MonthlyFit fit) {
    return fit.kg() > 0 ? fit.kg() : Math.max(0, Math.min(supply.availableKg(), need.openKg()));
  }

  private Match match(
      Lot lot,
      Demand demand,
      Haul haul,
      Backgrounds.Known known,
      MonthlyFit fit,
      List<Obstacle> obstacles) {
    Supply supply = supply(lot);
    Need need = need(demand);
    Carriage carriage = Carriage.of(haul);
    BigDecimal asked = carriage.asked(supply, need);
    Background background =
        known.of(
            lot.materialKey(), lot.streamId(), lot.organisation().id(), demand.organisation().id());
    Scoring.Score score = scoring.of(supply, need, asked, background, today());
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
        obstacles.isEmpty() ? fit.kg() : openedKg(supply, need, fit),
        score.terms(),
        obstacles,
        obstacles.isEmpty() ? List.of() : Change.of(supply, need, carriage, today()),
        fit.months());
  }

  private static boolean isVerified(OrganisationRef organisation) {
    return organisation.status().equals(SearchFields.VERIFIED);
  }
}
