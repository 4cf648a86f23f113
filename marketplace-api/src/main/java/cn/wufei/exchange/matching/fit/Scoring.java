package cn.wufei.exchange.matching.fit;

import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
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
  public static final double QUALITY_FULL_SHARE = 0.2;

  private static final double ESTIMATE_EVIDENCE = 0.5;

  /// Up to this age an assay says all that it can, from [#STALE_DAYS] on nothing.
  private static final int FRESH_DAYS = 90;

  private static final int STALE_DAYS = 365;
  private static final double NEUTRAL_RECORD = 0.5;
  private static final double RECORD_DOUBT_LOADS = 5;

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

  /// @param askedYuanPerT the lot's price, brought to the basis of the demand's limit
  public Score of(
      Supply supply, Need need, BigDecimal askedYuanPerT, Background background, LocalDate today) {
    List<Term> terms =
        List.of(
            price(need, askedYuanPerT),
            quality(supply, need),
            quantity(supply, need, today),
            window(supply, need, today),
            evidence(supply, background, today),
            record(background.trades()));
    return new Score(mean(terms), terms);
  }

  /// In decimals: binary fractions would turn a half down here and up there.
  private static double mean(List<Term> terms) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (Term term : terms) {
      BigDecimal weight = BigDecimal.valueOf(term.weight());
      sum = sum.add(weight.multiply(BigDecimal.valueOf(term.score())));
      weights = weights.add(weight);
    }
    return sum.movePointRight(2).divide(weights, 1, RoundingMode.HALF_UP).doubleValue();
  }

  /// The price term of a margin.
  public static double ofMargin(double yuanPerT) {
    double yuan = Math.max(0, yuanPerT);
    return yuan / (yuan + PRICE_HALF_YUAN_PER_T);
  }

  private Term price(Need need, BigDecimal asked) {
    BigDecimal margin = need.maxDeliveredYuanPerT().subtract(asked);
    return term(
        Term.Key.PRICE,
        ofMargin(margin.doubleValue()),
        weights.price(),
        Map.of(
            "marginYuanPerT",
            margin,
            "askedYuanPerT",
            asked,
            "limitBasis",
            need.limitBasis().code(),
            "maxDeliveredYuanPerT",
            need.maxDeliveredYuanPerT()));
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
  /// parameters that the lot states. An assay of what the stream delivered takes away up to half of
  /// what is missing.
  private Term evidence(Supply supply, Background background, LocalDate today) {
    List<String> usual = background.usualParameters();
    long stated =
        usual.stream()
            .filter(
                key -> supply.qualities().stream().anyMatch(range -> range.parameter().equals(key)))
            .count();
    double share = usual.isEmpty() ? 1 : (double) stated / usual.size();
    double said = ((supply.firm() ? 1 : ESTIMATE_EVIDENCE) + share) / 2;
    Map<String, Object> facts = new HashMap<>();
    facts.put("firm", supply.firm());
    facts.put("statedParameters", stated);
    facts.put("usualParameters", usual.size());
    double missing = 1 - said;
    if (background.assayedOn() != null) {
      long age = Math.max(0, ChronoUnit.DAYS.between(background.assayedOn(), today));
      facts.put("assayAgeDays", age);
      missing *= 1 - fresh(age) / 2;
    }
    return term(Term.Key.EVIDENCE, 1 - missing, weights.evidence(), facts);
  }

  private static double fresh(long ageDays) {
    double left = (double) (STALE_DAYS - ageDays) / (STALE_DAYS - FRESH_DAYS);
    return Math.max(0, Math.min(1, left));
  }

  /// How the loads between the two went. Five loads of unknown outcome are added, so that one load
  /// does not decide.
  private Term record(Background.Trades trades) {
    return term(
        Term.Key.RECORD,
        (trades.good() + NEUTRAL_RECORD * RECORD_DOUBT_LOADS)
            / (trades.counted() + RECORD_DOUBT_LOADS),
        weights.record(),
        Map.of("countedLoads", trades.counted(), "goodLoads", trades.good()));
  }

  private static Term term(Term.Key key, double score, double weight, Map<String, Object> facts) {
    return new Term(key, Math.round(1000 * score) / 1000.0, weight, facts);
  }
}
