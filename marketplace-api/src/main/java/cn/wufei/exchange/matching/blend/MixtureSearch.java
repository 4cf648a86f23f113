package cn.wufei.exchange.matching.blend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/// Finds the best mixtures of few lots by branch and bound. A linear programme cannot count lots;
/// what it gives without counting bounds what any choice of few lots can give. The choice with the
/// highest bound is looked at next: a mixture that keeps the count and the least shares is the best
/// there is; of one that does not, a lot is once demanded and once forbidden.
final class MixtureSearch {

  private static final double ROUNDING = 1e-6;

  private final Programme programme;
  private final BlendLimits limits;
  private final PriorityQueue<Node> open =
      new PriorityQueue<>(
          Comparator.comparingDouble((Node node) -> node.mixture().worth())
              .reversed()
              .thenComparingInt(Node::number));
  private int solved;

  MixtureSearch(Programme programme, BlendLimits limits) {
    this.programme = programme;
    this.limits = limits;
  }

  /// The best mixtures of two lots or more, none with all lots of a better one among its own. When
  /// the bound of programmes is met before it is done, those that it has. A lot that is best alone
  /// is a match and no mixture; what is best without it counts then.
  List<Programme.Mixture> best() {
    List<Programme.Mixture> found = new ArrayList<>();
    add(Choice.OPEN);
    while (found.size() < limits.blendsMax() && !open.isEmpty()) {
      Node node = open.remove();
      Programme.Mixture mixture = node.mixture();
      Set<Integer> parts = mixture.lots();
      int undecided = undecided(node);
      if (parts.isEmpty()) {
        continue;
      }
      if (undecided >= 0) {
        add(node.choice().butNot(undecided));
        if (node.choice().with().size() < limits.lotsMax()) {
          add(node.choice().and(undecided));
        }
      } else {
        if (parts.size() > 1) {
          found.add(mixture);
        }
        node.choice().except(parts).forEach(this::add);
      }
    }
    return found;
  }

  /// A lot that takes part against the rules: with less than its least share, or as one too many.
  private int undecided(Node node) {
    Programme.Mixture mixture = node.mixture();
    double least = limits.shareMin() * mixture.whole() - ROUNDING;
    boolean tooMany = mixture.lots().size() > limits.lotsMax();
    return mixture.lots().stream()
        .filter(lot -> !node.choice().with().contains(lot))
        .filter(
            lot -> tooMany || mixture.share(lot) < Math.max(least, programme.least(lot) - ROUNDING))
        .min(Comparator.comparingDouble(lot -> tooMany ? -mixture.share(lot) : mixture.share(lot)))
        .orElse(-1);
  }

  private void add(Choice choice) {
    if (solved >= limits.programmesMax()) {
      return;
    }
    Programme.Mixture mixture = programme.best(choice);
    if (mixture != null) {
      open.add(new Node(choice, mixture, solved));
    }
    solved++;
  }

  private record Node(Choice choice, Programme.Mixture mixture, int number) {}
}
