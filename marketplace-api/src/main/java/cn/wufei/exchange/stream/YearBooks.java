package cn.wufei.exchange.stream;

import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Flow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds a stream's flows up to its years. Pure: the same flows give the same years.
final class YearBooks {

  private final int thisYear;
  private final Map<Integer, Long> openByYear;
  private final Map<Integer, Declared> declared;
  private final Map<AccountKind, Long> held = new EnumMap<>(AccountKind.class);
  private final Map<AccountKind, Long> moved = new EnumMap<>(AccountKind.class);
  private long broughtInKg;
  private long passedOnKg;
  private long dispatchedKg;
  private long usedFromOldKg;

  private YearBooks(int thisYear, Map<Integer, Long> openByYear, Map<Integer, Declared> declared) {
    this.thisYear = thisYear;
    this.openByYear = openByYear;
    this.declared = declared;
  }

  /// The years from the first record to this one, newest first.
  ///
  /// @param openByYear what left in a year and is still unrecorded today, net of stock on hand
  /// @param declared the last count or declaration of each year that has one
  static List<StreamYear> of(
      Collection<Flow> flows,
      int thisYear,
      Map<Integer, Long> openByYear,
      Map<Integer, Declared> declared) {
    TreeMap<Integer, List<Flow>> byYear = new TreeMap<>();
    flows.forEach(
        flow -> byYear.computeIfAbsent(flow.month().getYear(), _ -> new ArrayList<>()).add(flow));
    if (byYear.isEmpty()) {
      return List.of();
    }
    var books = new YearBooks(thisYear, openByYear, declared);
    List<StreamYear> years = new ArrayList<>();
    for (int year = byYear.firstKey(); year <= Math.max(thisYear, byYear.lastKey()); year++) {
      years.add(books.next(year, byYear.getOrDefault(year, List.of())));
    }
    return years.reversed();
  }

  private StreamYear next(int year, List<Flow> flows) {
    long openingKg = net();
    moved.clear();
    broughtInKg = 0;
    passedOnKg = 0;
    dispatchedKg = 0;
    usedFromOldKg = 0;
    flows.forEach(this::add);
    boolean over = year < thisYear;
    Declared last = declared.get(year);
    return new StreamYear(
        year,
        over,
        openingKg,
        -change(AccountKind.OPENING),
        -change(AccountKind.GENERATED),
        -change(AccountKind.FOUND),
        broughtInKg,
        change(AccountKind.OWN_USE),
        change(AccountKind.RECOVERED),
        change(AccountKind.PROCESS_LOSS),
        passedOnKg,
        change(AccountKind.RELATED_PARTY) + change(AccountKind.RELATED_USE),
        dispatchedKg,
        change(AccountKind.OWN_DISPOSAL),
        change(AccountKind.DUMPED),
        change(AccountKind.OWN_USE)
            + change(AccountKind.RECOVERED)
            + change(AccountKind.RELATED_USE)
            + change(AccountKind.USED),
        usedFromOldKg,
        at(AccountKind.ON_HAND),
        -at(AccountKind.UNRECONCILED),
        net(),
        at(AccountKind.IN_TRANSIT),
        at(AccountKind.HEAP),
        at(AccountKind.RELATED_PARTY),
        over ? openByYear.getOrDefault(year, 0L) : 0,
        last == null ? null : last.countedKg(),
        last == null ? null : last.on(),
        last == null ? null : last.residualKg());
  }

  private void add(Flow flow) {
    if (flow.takes()) {
      change(flow.to(), flow.kg());
      usedFromOldKg += flow.fromOldStock() && isUse(flow.to()) ? flow.kg() : 0;
    }
    if (flow.gives()) {
      change(flow.from(), -flow.kg());
      usedFromOldKg -= flow.fromOldStock() && isUse(flow.from()) ? flow.kg() : 0;
    }
    broughtInKg += flow.gives() ? 0 : flow.kg();
    passedOnKg += flow.takes() ? 0 : flow.kg();
    if (flow.to() == AccountKind.IN_TRANSIT && isYard(flow.from())) {
      dispatchedKg += flow.kg();
    } else if (flow.from() == AccountKind.IN_TRANSIT && isYard(flow.to())) {
      dispatchedKg -= flow.kg();
    }
  }

  private void change(AccountKind kind, long kg) {
    held.merge(kind, kg, Math::addExact);
    moved.merge(kind, kg, Math::addExact);
  }

  private long change(AccountKind kind) {
    return moved.getOrDefault(kind, 0L);
  }

  private long at(AccountKind kind) {
    return held.getOrDefault(kind, 0L);
  }

  private long net() {
    return at(AccountKind.ON_HAND) + at(AccountKind.UNRECONCILED);
  }

  private static boolean isYard(AccountKind kind) {
    return kind == AccountKind.ON_HAND || kind == AccountKind.UNRECONCILED;
  }

  private static boolean isUse(AccountKind kind) {
    return kind == AccountKind.OWN_USE
        || kind == AccountKind.RECOVERED
        || kind == AccountKind.RELATED_USE
        || kind == AccountKind.USED;
  }

  /// What was counted or declared on a day, and what the ledger then lacks of it.
  record Declared(LocalDate on, long countedKg, long residualKg) {}
}
