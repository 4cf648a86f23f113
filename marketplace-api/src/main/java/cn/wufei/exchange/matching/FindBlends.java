package cn.wufei.exchange.matching;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Parameter;
import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.matching.blend.Blend;
import cn.wufei.exchange.matching.blend.BlendLimits;
import cn.wufei.exchange.matching.blend.Blending;
import cn.wufei.exchange.matching.blend.Ingredient;
import cn.wufei.exchange.matching.fit.MonthlyFit;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Obstacle;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.partner.Partners;
import cn.wufei.exchange.search.Candidates;
import cn.wufei.exchange.search.Standpoint;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks for mixtures of lots that meet one of the caller's demands. The lots are the cheapest
/// delivered that the search finds to be of its materials and to state all that it requires, each
/// judged on what the database says now: what it may miss by itself is the price and the ranges,
/// which are the mixture's to keep, and nothing else.
@Singleton
class FindBlends {

  private static final Set<Obstacle.Key> MENDED_BY_MIXING =
      Set.of(Obstacle.Key.PRICE, Obstacle.Key.PARAMETER, Obstacle.Key.PARAMETER_MISSING);

  private final Lots lots;
  private final Demands demands;
  private final Candidates candidates;
  private final Judge judge;
  private final Catalog catalog;
  private final Partners partners;
  private final Blending blending;
  private final MatchingConfiguration limits;

  FindBlends(
      Lots lots,
      Demands demands,
      Candidates candidates,
      Judge judge,
      Catalog catalog,
      Partners partners,
      BlendLimits blendLimits,
      MatchingConfiguration limits) {
    this.lots = lots;
    this.demands = demands;
    this.candidates = candidates;
    this.judge = judge;
    this.catalog = catalog;
    this.partners = partners;
    this.blending = new Blending(blendLimits, key -> mixesByMass(catalog, key));
    this.limits = limits;
  }

  Outcome<BlendList> handle(Caller caller, Id id) {
    Demand demand = demands.find(id);
    if (demand == null || !demand.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Need need = Judge.need(demand);
    Circle circle = partners.circleOf(caller.organisationId());
    List<Map<String, Object>> clauses =
        new ArrayList<>(
            CandidateClauses.wideForLots(
                need, Forbidden.materialsOf(catalog, need.use()), circle, judge.today()));
    clauses.addAll(CandidateClauses.statedFor(need));
    return candidates
        .lots(
            clauses,
            new Standpoint(
                Place.of(demand.site()), demand.limitBasis(), null, demand.openKg(), false),
            limits.nearCandidatesMax())
        .map(ids -> blends(demand, need, lots.findPublished(ids), circle));
  }

  private BlendList blends(Demand demand, Need need, List<Lot> found, Circle circle) {
    judge.prepare(found, List.of(demand));
    Backgrounds.Known known = judge.known(found, List.of(demand), circle);
    List<Match> judged =
        found.stream()
            .map(lot -> judge.judge(lot, demand, known))
            .filter(Objects::nonNull)
            .filter(match ->
                match.obstacles().stream()
                    .allMatch(obstacle -> MENDED_BY_MIXING.contains(obstacle.key())))
            .toList();
    List<Ingredient> all = judged.stream().map(match -> ingredient(match, need)).toList();
    List<Ingredient> usable = blending.usable(need, all);
    List<Match> fitting = judged.stream().filter(match -> match.obstacles().isEmpty()).toList();
    List<Blend> blends =
        blending.best(need, usable).stream()
            .filter(blend -> fitting.stream().noneMatch(match -> isAsGood(match, blend)))
            .toList();
    Set<Id> used =
        blends.stream()
            .flatMap(blend -> blend.shares().stream())
            .map(Blend.Share::lotId)
            .collect(Collectors.toSet());
    return new BlendList(
        blends,
        found.stream().filter(lot -> used.contains(lot.id())).toList(),
        judged.size(),
        usable.size(),
        blends.isEmpty() && fitting.isEmpty() ? blending.outOfReach(need, usable) : List.of(),
        fitting.stream().map(match -> match.lot().id()).toList());
  }

  /// A lot gives what it can in the same proportion in each month of the demand, so that each of
  /// its months gets the mixture.
  private Ingredient ingredient(Match match, Need need) {
    Supply supply = Judge.supply(match.lot());
    return new Ingredient(
        supply.holding(MonthlyFit.evenKg(supply, need, judge.today())), match.askedYuanPerT());
  }

  /// Nobody mixes what one lot gives as much of for no more.
  private static boolean isAsGood(Match match, Blend blend) {
    return match.quantityKg() >= blend.quantityKg()
        && match.askedYuanPerT().compareTo(blend.deliveredYuanPerT()) <= 0;
  }

  private static boolean mixesByMass(Catalog catalog, String key) {
    Parameter parameter = catalog.parameter(key);
    return parameter != null && parameter.mixesByMass();
  }
}
