package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.FreightBounds;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.haul.PriceBasis;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All documents, cut into groups within which what freight adds to the price differs little.
/// Elasticsearch here runs no scripts, so it cannot add freight to a price; but it can order prices
/// within a group, and what freight adds to them has a least and a most.
///
/// Groups part by the basis of the price, by zones around the caller's site where freight counts,
/// and there by what makes the freight another one: which of the caller's siding and wharf the
/// document's site has too, and whether the tonnes are enough for a rate.
record Brackets(List<Bracket> brackets) {

  Brackets {
    brackets = List.copyOf(brackets);
  }

  /// @param clause which documents are in it
  /// @param added what freight adds to their prices, or takes from them
  /// @param sure whether all of them are offered at the caller's site, without a look at each
  record Bracket(Map<String, Object> clause, FreightBounds added, boolean sure) {}

  /// @param zones around the caller's site
  static Brackets of(Target target, Standpoint caller, Hauls hauls, List<Zone> zones) {
    return of(target, caller, hauls, zones, List.of(PriceBasis.values()));
  }

  /// Documents of those bases alone.
  static Brackets of(
      Target target, Standpoint caller, Hauls hauls, List<Zone> zones, List<PriceBasis> bases) {
    List<Bracket> brackets = new ArrayList<>();
    for (PriceBasis basis : bases) {
      for (Group group : groups(target, basis, caller, zones)) {
        int sign = target.freightSign(basis, caller.basis());
        if (sign == 0) {
          brackets.add(new Bracket(group.clause(), FreightBounds.NONE, group.sure()));
        } else {
          brackets.addAll(
              byFreight(group, sign, consignments(target, group.zone(), caller, hauls), hauls));
        }
      }
    }
    return new Brackets(brackets);
  }

  /// The brackets to read in turn. Those to which freight adds the same are one; whether a document
  /// is offered is seen when it is read.
  List<Bracket> merged() {
    return mergedBy(Bracket::added);
  }

  /// Those to which freight adds the same and that are as sure are one.
  List<Bracket> mergedIfAsSure() {
    return mergedBy(bracket -> List.of(bracket.added(), bracket.sure()));
  }

  private List<Bracket> mergedBy(Function<Bracket, Object> same) {
    return brackets.stream()
        .collect(Collectors.groupingBy(same, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(group ->
            new Bracket(
                Clauses.any(group.stream().map(Bracket::clause).toList()),
                group.getFirst().added(),
                group.stream().allMatch(Bracket::sure)))
        .toList();
  }

  /// Documents of a basis in a zone, and whether a delivered price surely reaches.
  private record Group(Zone zone, Map<String, Object> clause, boolean sure) {}

  private static List<Group> groups(
      Target target, PriceBasis basis, Standpoint caller, List<Zone> zones) {
    Map<String, Object> ofBasis = target.ofBasis(basis);
    List<Group> groups = new ArrayList<>();
    for (Zone zone : zones) {
      Map<String, Object> inZone = Clauses.all(List.of(ofBasis, zone.clause()));
      if (caller.beyond()) {
        groups.add(new Group(zone, inZone, true));
      } else if (target == Target.LOTS && basis == PriceBasis.DELIVERED) {
        // To have a radius is to be delivered.
        String radius = SearchFields.RADIUS_KM;
        Map<String, Object> sure = Clauses.range(radius, "gte", zone.mostKm());
        Map<String, Object> perhaps = Clauses.between(radius, zone.leastKm(), zone.mostKm());
        groups.add(new Group(zone, Clauses.all(List.of(zone.clause(), sure)), true));
        groups.add(new Group(zone, Clauses.all(List.of(zone.clause(), perhaps)), false));
      } else {
        Integer radiusKm = caller.radiusKm();
        if (radiusKm == null || zone.leastKm() <= radiusKm) {
          groups.add(new Group(zone, inZone, radiusKm == null || zone.mostKm() <= radiusKm));
        }
      }
    }
    return groups;
  }

  /// Documents of a group for which the same rates hold, whatever their distance.
  ///
  /// @param shared what both sites have beside the road
  private record Consignment(
      Map<String, Object> clause, Set<FreightMode> shared, long leastKg, long mostKg) {}

  private static List<Consignment> consignments(
      Target target, Zone zone, Standpoint caller, Hauls hauls) {
    if (zone.shared() != null) {
      return consignments(target, List.of(), zone.shared(), caller, hauls);
    }
    Set<FreightMode> others = EnumSet.copyOf(caller.place().modes());
    others.remove(FreightMode.ROAD);
    return subsets(others).stream()
        .flatMap(shared ->
            consignments(target, List.of(sharing(shared, others)), shared, caller, hauls).stream())
        .toList();
  }

  private static List<Consignment> consignments(
      Target target,
      List<Map<String, Object>> sharing,
      Set<FreightMode> shared,
      Standpoint caller,
      Hauls hauls) {
    List<Long> steps =
        hauls.stepsKg(shared).stream().filter(kg -> kg <= caller.consignmentKg()).toList();
    List<Consignment> all = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i + 1 == steps.size();
      List<Map<String, Object>> clauses = new ArrayList<>(sharing);
      if (i > 0) {
        clauses.add(Clauses.range(target.quantity(), "gte", steps.get(i)));
      }
      if (!last) {
        clauses.add(Clauses.range(target.quantity(), "lt", steps.get(i + 1)));
      }
      all.add(
          new Consignment(
              Clauses.all(clauses),
              shared,
              steps.get(i),
              last ? caller.consignmentKg() : steps.get(i + 1) - 1));
    }
    return all;
  }

  private static List<Set<FreightMode>> subsets(Set<FreightMode> modes) {
    List<Set<FreightMode>> subsets = new ArrayList<>();
    subsets.add(EnumSet.noneOf(FreightMode.class));
    for (FreightMode mode : modes) {
      for (Set<FreightMode> without : List.copyOf(subsets)) {
        Set<FreightMode> with = EnumSet.of(mode);
        with.addAll(without);
        subsets.add(with);
      }
    }
    return subsets;
  }

  private static Map<String, Object> sharing(Set<FreightMode> shared, Set<FreightMode> of) {
    return Clauses.all(
        of.stream()
            .map(mode -> {
              Map<String, Object> has = Clauses.term(SearchFields.SITE_MODES, mode.code());
              return shared.contains(mode) ? has : Clauses.not(has);
            })
            .toList());
  }

  /// Parts between which freight does not differ stay together.
  private static List<Bracket> byFreight(
      Group group, int sign, List<Consignment> consignments, Hauls hauls) {
    Map<FreightBounds, List<Map<String, Object>>> parts = new LinkedHashMap<>();
    for (Consignment consignment : consignments) {
      FreightBounds freight =
          hauls.bounds(
              group.zone().leastKm(),
              group.zone().mostKm(),
              consignment.shared(),
              consignment.leastKg(),
              consignment.mostKg());
      parts.computeIfAbsent(freight, _ -> new ArrayList<>()).add(consignment.clause());
    }
    return parts.entrySet().stream()
        .map(part ->
            new Bracket(
                parts.size() == 1
                    ? group.clause()
                    : Clauses.all(List.of(group.clause(), Clauses.any(part.getValue()))),
                part.getKey().times(sign),
                group.sure()))
        .toList();
  }
}
