package cn.wufei.exchange.matching.blend;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which lots must take part in a mixture and which must not; about the others nothing is said.
record Choice(Set<Integer> with, Set<Integer> without) {

  static final Choice OPEN = new Choice(Set.of(), Set.of());

  Choice {
    with = Set.copyOf(with);
    without = Set.copyOf(without);
  }

  Choice and(int lot) {
    return new Choice(plus(with, lot), without);
  }

  Choice butNot(int lot) {
    return new Choice(with, plus(without, lot));
  }

  /// All that is left of this choice when mixtures that hold all of these lots are taken out, in
  /// parts that do not overlap.
  List<Choice> except(Set<Integer> together) {
    List<Choice> rest = new ArrayList<>();
    Choice kept = this;
    for (int lot : new TreeSet<>(together)) {
      if (!with.contains(lot)) {
        rest.add(kept.butNot(lot));
        kept = kept.and(lot);
      }
    }
    return rest;
  }

  private static Set<Integer> plus(Set<Integer> lots, int lot) {
    Set<Integer> more = new TreeSet<>(lots);
    more.add(lot);
    return more;
  }
}
