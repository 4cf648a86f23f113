package cn.wufei.exchange.matching.blend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// The linear programme of a mixture, for any choice of lots. Its variables are the tonnes of each
/// lot as a share of what the demand seeks. Worth is first the tonnes, and then what they cost: a
/// thousandth of a share of tonnes is worth more than any difference in cost.
final class Programme {

  private static final double TONNES_OVER_COST = 1_000;
  private static final double NOTHING = 1e-7;

  private final double[] available;
  private final double[] leasts;
  private final double[] costs;
  private final double shareMin;
  private final double tonnes;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Double> bounds = new ArrayList<>();

  /// @param available of each lot, as a share of what the demand seeks
  /// @param leasts what a lot that takes part gives at least, as a share of what the demand seeks
  /// @param costs of a tonne of each lot
  /// @param shareMin the least share of the whole that a lot which must take part has
  Programme(double[] available, double[] leasts, double[] costs, double shareMin) {
    this.available = available.clone();
    this.leasts = leasts.clone();
    this.costs = costs.clone();
    this.shareMin = shareMin;
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (double cost : costs) {
      least = Math.min(least, cost);
      most = Math.max(most, cost);
    }
    this.tonnes = TONNES_OVER_COST * (most - least + 1) + most;
  }

  /// The sum of `share * strain` stays at or below a bound.
  void require(double[] strains, double bound) {
    rows.add(strains.clone());
    bounds.add(bound);
  }

  double least(int lot) {
    return leasts[lot];
  }

  /// The best mixture of a choice; nothing when there is none.
  @Nullable Mixture best(Choice choice) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] shares = new Variable[costs.length];
    Expression whole = model.newExpression("whole").upper(1);
    for (int lot = 0; lot < costs.length; lot++) {
      double most = choice.without().contains(lot) ? 0 : Math.min(1, available[lot]);
      shares[lot] =
          model.newVariable("share" + lot).lower(0).upper(most).weight(tonnes - costs[lot]);
      whole.set(shares[lot], 1);
    }
    for (int row = 0; row < rows.size(); row++) {
      Expression sum = model.newExpression("row" + row).upper(bounds.get(row));
      for (int lot = 0; lot < costs.length; lot++) {
        sum.set(shares[lot], rows.get(row)[lot]);
      }
    }
    for (int part : choice.with()) {
      Expression least = model.newExpression("least" + part).lower(0);
      for (int lot = 0; lot < costs.length; lot++) {
        least.set(shares[lot], (lot == part ? 1 : 0) - shareMin);
      }
      shares[part].lower(leasts[part]);
    }
    Optimisation.Result result = model.maximise();
    return result.getState().isFeasible() ? mixture(model, shares, result) : null;
  }

  private Mixture mixture(
      ExpressionsBasedModel model, Variable[] shares, Optimisation.Result result) {
    NavigableMap<Integer, Double> parts = new TreeMap<>();
    double worth = 0;
    for (int lot = 0; lot < shares.length; lot++) {
      double share = result.doubleValue(model.indexOf(shares[lot]));
      if (share >= NOTHING) {
        parts.put(lot, share);
        worth += share * (tonnes - costs[lot]);
      }
    }
    return new Mixture(parts, worth);
  }

  /// @param shares of what the demand seeks, by lot; lots that take no part are not in it
  record Mixture(NavigableMap<Integer, Double> shares, double worth) {

    Mixture {
      shares = Collections.unmodifiableNavigableMap(new TreeMap<>(shares));
    }

    Set<Integer> lots() {
      return shares.keySet();
    }

    double share(int lot) {
      return shares.getOrDefault(lot, 0.0);
    }

    double whole() {
      return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }
}
