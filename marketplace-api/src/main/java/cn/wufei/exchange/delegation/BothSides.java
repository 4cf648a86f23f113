package cn.wufei.exchange.delegation;

import cn.wufei.exchange.http.ActRule;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.DelegatedActs;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Nobody acts on both sides: what is done for a firm towards the delegate itself, or towards
/// another firm for which it acts as well, is refused. Neither may it change sides: who served the
/// other one within the last year still counts as being on its side.
@Singleton
class BothSides implements ActRule {

  /// How long somebody counts as being on the side of who ended the delegation. Loads, statements
  /// and payments of a trade run on for about so long.
  static final int MEMORY_DAYS = 365;

  private final Counterparties counterparties;
  private final DelegationStore store;
  private final Clock clock;

  BothSides(Counterparties counterparties, DelegationStore store, Clock clock) {
    this.counterparties = counterparties;
    this.store = store;
    this.clock = clock;
  }

  /// An act about which nobody knows who stands in it is not done for another firm.
  @Override
  public Outcome<List<DelegatedActs.Act>> check(List<DelegatedActs.Act> acts) {
    LocalDate since = LocalCalendar.dayOf(Instant.now(clock)).minusDays(MEMORY_DAYS);
    for (DelegatedActs.Act act : acts) {
      Set<Id> parties = counterparties.of(act);
      if (parties == null) {
        return Outcome.refused(DelegationRefusal.NOT_DELEGABLE);
      }
      if (standsOpposite(act.caller(), parties, since)) {
        return Outcome.refused(DelegationRefusal.BOTH_SIDES);
      }
    }
    return Outcome.done(acts);
  }

  private boolean standsOpposite(Caller caller, Set<Id> parties, LocalDate since) {
    Id delegate = Objects.requireNonNull(caller.delegate()).organisationId();
    Set<Id> others = new HashSet<>(parties);
    others.remove(caller.organisationId());
    return others.contains(delegate)
        || (!others.isEmpty() && store.servesAny(delegate, others, since));
  }
}
