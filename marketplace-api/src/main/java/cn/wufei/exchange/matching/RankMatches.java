package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.kernel.Awaited;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.partner.Circle;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The best matches of a lot or demand. Candidates come from the index and are scored on what it
/// knows of them; the best of these are read from the database, judged and scored again, so that
/// what is shown holds now.
@Singleton
class RankMatches {

  private final Lots lots;
  private final Demands demands;
  private final Retrieval retrieval;
  private final Backgrounds backgrounds;
  private final Judge judge;
  private final MatchingConfiguration limits;
  private final ExecutorService executor;

  RankMatches(
      Lots lots,
      Demands demands,
      Retrieval retrieval,
      Backgrounds backgrounds,
      Judge judge,
      MatchingConfiguration limits,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.lots = lots;
    this.demands = demands;
    this.retrieval = retrieval;
    this.backgrounds = backgrounds;
    this.judge = judge;
    this.limits = limits;
    this.executor = executor;
  }

  /// @param total how many the index takes for matches, those that were not read included: where
  ///   not all of them were scored, some whose price misses by a little are counted too
  /// @param all whether all were counted
  record Ranked(List<Match> matches, long total, boolean all) {

    Ranked {
      matches = List.copyOf(matches);
    }
  }

  /// @param circle of the lot's owner
  Outcome<Ranked> ofLot(Lot lot, Circle circle) {
    Supply supply = Judge.supply(lot);
    Place place = Place.of(lot.site());
    Id seller = lot.organisation().id();
    Awaited<Backgrounds.Offered> offered =
        Awaited.begin(() -> backgrounds.ofOffer(seller, lot.streamId()), executor);
    return retrieval
        .fittingDemands(lot, circle, judge.today())
        .map(found -> {
          Backgrounds.Known known =
              backgrounds.of(
                  offered.get(),
                  found.candidates().stream().map(each -> each.need().organisationId()).toList(),
                  circle);
          List<Id> best =
              best(
                  found.candidates(),
                  each ->
                      judge.score(
                          supply,
                          place,
                          each.need(),
                          each.place(),
                          known.of(
                              lot.materialKey(),
                              lot.streamId(),
                              seller,
                              each.need().organisationId())));
          return ranked(
              best,
              ids -> {
                List<Demand> current = demands.readPublished(ids);
                judge.prepare(List.of(lot), current);
                return current.stream().map(demand -> judge.judge(lot, demand, known));
              },
              found);
        });
  }

  /// @param circle of the demand's owner
  Outcome<Ranked> ofDemand(Demand demand, Circle circle) {
    Need need = Judge.need(demand);
    Place place = Place.of(demand.site());
    Id buyer = demand.organisation().id();
    return retrieval
        .fittingLots(demand, circle, judge.today())
        .map(found -> {
          Backgrounds.Known known =
              backgrounds.of(
                  found.candidates().stream()
                      .map(each -> new TradePair(each.supply().organisationId(), buyer))
                      .distinct()
                      .toList(),
                  found.candidates().stream().map(Indexed.OfLot::streamId).distinct().toList(),
                  circle);
          List<Id> best =
              best(
                  found.candidates(),
                  each ->
                      judge.score(
                          each.supply(),
                          each.place(),
                          need,
                          place,
                          known.of(
                              each.supply().materialKey(),
                              each.streamId(),
                              each.supply().organisationId(),
                              buyer)));
          return ranked(
              best,
              ids -> {
                List<Lot> current = lots.readPublished(ids);
                judge.prepare(current, List.of(demand));
                return current.stream().map(lot -> judge.judge(lot, demand, known));
              },
              found);
        });
  }

  private <T extends Indexed> List<Id> best(
      List<T> candidates, Function<T, @Nullable Double> scoring) {
    record Scored(Id id, double score) {}

    ToDoubleFunction<Scored> score = Scored::score;
    return candidates.stream()
        .map(each -> {
          Double of = scoring.apply(each);
          return of == null ? null : new Scored(each.id(), of);
        })
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .sorted(Comparator.comparingDouble(score).reversed().thenComparing(Scored::id))
        .map(Scored::id)
        .toList();
  }

  /// Reads on while fewer fit than are shown: the index may be behind the database for many at
  /// once.
  private Ranked ranked(
      List<Id> best,
      Function<List<Id>, Stream<@Nullable Match>> judging,
      Retrieval.Found<?> found) {
    List<Match> fitting = new ArrayList<>();
    int step = limits.judgedMax();
    for (int from = 0; from < best.size() && fitting.size() < limits.matchesMax(); from += step) {
      judging
          .apply(best.subList(from, Math.min(best.size(), from + step)))
          .filter(Objects::nonNull)
          .map(Objects::requireNonNull)
          .filter(match -> match.obstacles().isEmpty())
          .forEach(fitting::add);
    }
    fitting.sort(Match.BEST_FIRST);
    List<Match> shown = fitting.stream().limit(limits.matchesMax()).toList();
    boolean allScored = found.candidates().size() >= found.total();
    long total = allScored ? best.size() : found.total();
    return new Ranked(shown, Math.max(total, shown.size()), found.all());
  }
}
