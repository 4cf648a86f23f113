package cn.wufei.exchange.matching.fit;

import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How good a pair is, from the same two records that the constraints are judged on. Every term
/// lies in 0..1 and does not fall when the pair gets better in its respect; the score is their
/// weighted mean in hundredths.
public final class Scoring {

  /// The margin in yuan per tonne at which the price term reaches one half. A margin has no natural
  /// upper end and a limit may be zero or negative, so it is not taken as a share of the limit.
  private static final double PRICE_HALF_YUAN_PER_T = 20;

  /// The share of a limit by which a value must keep off it to be as good as can be.
  private static final double QUALITY_FULL_SHARE = 0.2;

  private static final double ESTIMATE_EVIDENCE = 0.5;

  private final MatchWeights weights;

  public Scoring(MatchWeights weights) {
    this.weights = weights;
  }

  /// @param score 0..100, to one decimal
  public record Score(double score, List<Term> terms) {

    public Score {
      terms = List.copyOf(terms);
    }
  }

  /// @param usualParameters those that a buyer of the material usually asks for
  public Score of(
      Supply supply,
      Need need,
      BigDecimal deliveredYuanPerT,
      Collection<String> usualParameters,
      LocalDate today) {
    List<Term> terms =
        List.of(
            price(need, deliveredYuanPerT),
            quality(supply, need),
            quantity(supply, need, today),
            window(supply, need, today),
            evidence(supply, usualParameters));
    double sum = terms.stream().mapToDouble(term -> term.weight() * term.score()).sum();
    return new Score(Math.round(1000 * sum / weights.sum()) / 10.0, terms);
  }

  private Term price(Need need, BigDecimal delivered) {
    BigDecimal margin = need.maxDeliveredYuanPerT().subtract(delivered);
    double yuan = Math.max(0, margin.doubleValue());
    return term(
        Term.Key.PRICE,
        yuan / (yuan + PRICE_HALF_YUAN_PER_T),
        weights.price(),
        Map.of(
            "marginYuanPerT", margin,
            "deliveredYuanPerT", delivered,
            "maxDeliveredYuanPerT", need.maxDeliveredYuanPerT()));
  }

  /// The parameter that lies closest to its limit decides: a buyer rejects a load for one.
  private Term quality(Supply supply, Need need) {
    double worst = 1;
    String closest = null;
    for (ParameterRange required : need.ranges()) {
      double margin = margin(required, supply.qualities());
      if (closest == null || margin < worst) {
        worst = margin;
        closest = required.parameter();
      }
    }
    Map<String, Object> facts =
        closest == null
            ? Map.of("required", 0)
            : Map.of("required", need.ranges().size(), "closest", closest);
    return term(Term.Key.QUALITY, worst, weights.quality(), facts);
  }

  private static double margin(ParameterRange required, List<ParameterRange> stated) {
    double worst = 1;
    boolean any = false;
    for (ParameterRange range : stated) {
      if (range.parameter().equals(required.parameter())
          && range.basis().equals(required.basis())) {
        any = true;
        worst = Math.min(worst, shareOf(required.min(), range.min(), 1));
        worst = Math.min(worst, shareOf(required.max(), range.max(), -1));
      }
    }
    return any ? worst : 0;
  }

  /// How far inside its limit a value lies, as a share of what counts as fully inside. A limit of
  /// zero is met by zero alone or is no strain at all.
  private static double shareOf(
      @Nullable BigDecimal limit, @Nullable BigDecimal value, int direction) {
    if (limit == null) {
      return 1;
    }
    if (value == null) {
      return 0;
    }
    double inside = value.subtract(limit).doubleValue() * direction;
    if (inside < 0) {
      return 0;
    }
    double full = Math.abs(limit.doubleValue()) * QUALITY_FULL_SHARE;
    return full == 0 ? 1 : Math.min(1, inside / full);
  }

  /// The mean of how much of the demand the lot fills and how much of the lot the demand takes, so
  /// that both sides see one figure.
  private Term quantity(Supply supply, Need need, LocalDate today) {
    long both = MonthlyFit.of(supply, need, today).kg();
    double ofNeed = need.openKg() <= 0 ? 0 : (double) both / need.openKg();
    double ofLot = supply.availableKg() <= 0 ? 0 : (double) both / supply.availableKg();
    return term(
        Term.Key.QUANTITY,
        (ofNeed + ofLot) / 2,
        weights.quantity(),
        Map.of("availableKg", supply.availableKg(), "openKg", need.openKg(), "movableKg", both));
  }

  private Term window(Supply supply, Need need, LocalDate today) {
    long common = CommonDays.count(supply, need, today);
    LocalDate start = need.neededFrom().isBefore(today) ? today : need.neededFrom();
    long needed = Math.max(1, ChronoUnit.DAYS.between(start, need.neededTo()) + 1);
    return term(
        Term.Key.WINDOW,
        (double) common / needed,
        weights.window(),
        Map.of("commonDays", common, "neededDays", needed));
  }

  /// How much is known: tonnes that are there rather than estimated, and the material's usual
  /// parameters that the lot states.
  private Term evidence(Supply supply, Collection<String> usualParameters) {
    long stated =
        usualParameters.stream()
            .distinct()
            .filter(
                key -> supply.qualities().stream().anyMatch(range -> range.parameter().equals(key)))
            .count();
    long usual = usualParameters.stream().distinct().count();
    double share = usual == 0 ? 1 : (double) stated / usual;
    return term(
        Term.Key.EVIDENCE,
        ((supply.firm() ? 1 : ESTIMATE_EVIDENCE) + share) / 2,
        weights.evidence(),
        Map.of("firm", supply.firm(), "statedParameters", stated, "usualParameters", usual));
  }

  private static Term term(Term.Key key, double score, double weight, Map<String, Object> facts) {
    return new Term(key, Math.round(1000 * score) / 1000.0, weight, facts);
  }
}
