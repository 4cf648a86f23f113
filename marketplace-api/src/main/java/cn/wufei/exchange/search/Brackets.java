package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.haul.PriceBasis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// All documents, cut into groups within which what freight adds to the price differs little.
/// Elasticsearch here runs no scripts, so it cannot add freight to a price; but it can order prices
/// within a group, and what freight adds to them has a least and a most.
///
/// Groups part by the basis of the price, by rings around the caller's site where freight counts,
/// and, where the caller has a siding or a wharf, by whether the document's site shares it.
record Brackets(List<Bracket> brackets) {

  private static final Bracket.Added NOTHING = new Bracket.Added(BigDecimal.ZERO, BigDecimal.ZERO);

  Brackets {
    brackets = List.copyOf(brackets);
  }

  /// @param clause which documents are in it
  /// @param added what freight adds to their prices, or takes from them
  /// @param sure whether all of them are offered at the caller's site, without a look at each
  record Bracket(Map<String, Object> clause, Added added, boolean sure) {

    /// Yuan per tonne; no document of the bracket has less or more.
    record Added(BigDecimal least, BigDecimal most) {}
  }

  static Brackets of(Target target, Standpoint caller, Hauls hauls) {
    return of(target, caller, hauls, List.of(PriceBasis.values()));
  }

  /// Documents of those bases alone.
  static Brackets of(Target target, Standpoint caller, Hauls hauls, List<PriceBasis> bases) {
    List<Rings.Ring> rings = Rings.around(caller.place().point());
    List<Bracket> brackets = new ArrayList<>();
    for (PriceBasis basis : bases) {
      for (Group group : groups(target, basis, caller, rings)) {
        int sign = target.freightSign(basis, caller.basis());
        if (sign == 0) {
          brackets.add(new Bracket(group.clause(), NOTHING, group.sure()));
        } else {
          brackets.addAll(byMode(group, sign, caller, hauls));
        }
      }
    }
    return new Brackets(brackets);
  }

  /// The brackets to read in turn. Those to which freight adds the same are one; whether a document
  /// is offered is seen when it is read.
  List<Bracket> merged() {
    Map<Bracket.Added, List<Bracket>> same =
        brackets.stream()
            .collect(
                Collectors.groupingBy(Bracket::added, LinkedHashMap::new, Collectors.toList()));
    return same.entrySet().stream()
        .map(entry ->
            new Bracket(
                Clauses.any(entry.getValue().stream().map(Bracket::clause).toList()),
                entry.getKey(),
                entry.getValue().stream().allMatch(Bracket::sure)))
        .toList();
  }

  /// Documents of a basis in a ring, and whether a delivered price surely reaches.
  private record Group(Rings.Ring ring, Map<String, Object> clause, boolean sure) {}

  private static List<Group> groups(
      Target target, PriceBasis basis, Standpoint caller, List<Rings.Ring> rings) {
    Map<String, Object> ofBasis = target.ofBasis(basis);
    List<Group> groups = new ArrayList<>();
    for (Rings.Ring ring : rings) {
      Map<String, Object> inRing = Clauses.all(List.of(ofBasis, ring.clause()));
      if (caller.beyond()) {
        groups.add(new Group(ring, inRing, true));
      } else if (target == Target.LOTS && basis == PriceBasis.DELIVERED) {
        Map<String, Object> sure = Clauses.range(SearchFields.RADIUS_KM, "gte", ring.mostKm());
        Map<String, Object> perhaps = Clauses.range(SearchFields.RADIUS_KM, "gte", ring.leastKm());
        groups.add(new Group(ring, Clauses.all(List.of(inRing, sure)), true));
        groups.add(
            new Group(ring, Clauses.all(List.of(inRing, perhaps, Clauses.not(sure))), false));
      } else {
        Integer radiusKm = caller.radiusKm();
        if (radiusKm == null || ring.leastKm() <= radiusKm) {
          groups.add(new Group(ring, inRing, radiusKm == null || ring.mostKm() <= radiusKm));
        }
      }
    }
    return groups;
  }

  private static List<Bracket> byMode(Group group, int sign, Standpoint caller, Hauls hauls) {
    Set<FreightMode> others =
        caller.place().modes().stream()
            .filter(mode -> mode != FreightMode.ROAD)
            .collect(Collectors.toSet());
    if (others.isEmpty()) {
      return List.of(bracket(group, group.clause(), sign, Set.of(), hauls));
    }
    Map<String, Object> shared =
        Clauses.terms(
            SearchFields.SITE_MODES, others.stream().map(FreightMode::code).sorted().toList());
    return List.of(
        bracket(
            group,
            Clauses.all(List.of(group.clause(), Clauses.not(shared))),
            sign,
            Set.of(),
            hauls),
        bracket(group, Clauses.all(List.of(group.clause(), shared)), sign, others, hauls));
  }

  private static Bracket bracket(
      Group group, Map<String, Object> clause, int sign, Set<FreightMode> modes, Hauls hauls) {
    BigDecimal least = hauls.leastFreight(group.ring().leastKm(), group.ring().mostKm(), modes);
    BigDecimal most = hauls.mostFreight(group.ring().mostKm());
    Bracket.Added added =
        sign > 0
            ? new Bracket.Added(least, most)
            : new Bracket.Added(most.negate(), least.negate());
    return new Bracket(clause, added, group.sure());
  }
}
