package cn.wufei.bench.judge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the judge would have answered to one question, held against what was answered.
public final class Ranking {

  static final int RECALL_AT = 50;
  static final int NDCG_AT = 10;

  private final Map<String, Double> feasible;
  private final List<String> shown;

  /// @param feasible the score of each counterpart with which a trade is possible
  /// @param shown the answer's counterparts in its order
  public Ranking(Map<String, Double> feasible, List<String> shown) {
    this.feasible = new HashMap<>(feasible);
    this.shown = List.copyOf(shown);
  }

  public boolean isAsked() {
    return !feasible.isEmpty();
  }

  /// How many counterparts were shown with which no trade is possible, or which were shown before.
  public long violations() {
    return shown.size() - shown.stream().distinct().filter(feasible::containsKey).count();
  }

  /// The share that was found: of the feasible ones, those among the first 50 shown, over min(50,
  /// feasible).
  public double recallAt50() {
    long found = shown.stream().limit(RECALL_AT).distinct().filter(feasible::containsKey).count();
    return (double) found / Math.min(RECALL_AT, feasible.size());
  }

  /// The same of the judge's own first 50, with those that score as much as the last of them.
  public double bestAt50() {
    double[] best = best();
    int wanted = Math.min(RECALL_AT, best.length);
    double last = best[wanted - 1];
    long found =
        shown.stream()
            .limit(RECALL_AT)
            .distinct()
            .filter(id -> feasible.getOrDefault(id, -1.0) >= last)
            .count();
    return (double) Math.min(found, wanted) / wanted;
  }

  /// The discounted gain of the first ten over the greatest possible: the sum over places i = 1..10
  /// of the judge's score (0 for what is not feasible) / log2(i + 1), over the same sum of the
  /// judge's ten best.
  public double ndcgAt10() {
    double[] best = best();
    double ideal = 0;
    double gained = 0;
    for (int place = 0; place < NDCG_AT; place++) {
      double weight = Math.log(2) / Math.log(place + 2);
      ideal += place < best.length ? best[place] * weight : 0;
      gained += place < shown.size() ? feasible.getOrDefault(shown.get(place), 0.0) * weight : 0;
    }
    return ideal == 0 ? 1 : gained / ideal;
  }

  private double[] best() {
    return feasible.values().stream()
        .sorted(Comparator.reverseOrder())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
