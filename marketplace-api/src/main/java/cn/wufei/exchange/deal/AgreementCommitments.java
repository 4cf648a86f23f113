package cn.wufei.exchange.deal;

import cn.wufei.exchange.demand.DemandCommitments;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.listing.LotCommitments;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sums what the ledger holds for agreements over their lots and demands.
@Singleton
class AgreementCommitments implements LotCommitments, DemandCommitments {

  private final AgreementStore agreements;
  private final Balances balances;

  AgreementCommitments(AgreementStore agreements, Balances balances) {
    this.agreements = agreements;
    this.balances = balances;
  }

  @Override
  public Map<Id, Committed> ofLots(Collection<Id> lots) {
    return sums(agreements.idsByLot(lots));
  }

  @Override
  public Set<Id> lotsAgreedOn(Id stream) {
    return agreements.lotsWithActive(stream);
  }

  @Override
  public Map<Id, Long> ofDemands(Collection<Id> demands) {
    Map<Id, Long> covered = new LinkedHashMap<>();
    sums(agreements.idsByDemand(demands))
        .forEach((demand, sum) -> covered.put(demand, sum.reservedKg() + sum.fulfilledKg()));
    return covered;
  }

  private Map<Id, Committed> sums(Map<Id, List<Id>> grouped) {
    List<Id> ids = grouped.values().stream().flatMap(List::stream).toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<Id, Long> reserved = balances.bySubject(AccountKind.RESERVED, ids);
    Map<Id, Long> fulfilled = balances.bySubject(AccountKind.FULFILLED, ids);
    Map<Id, Committed> sums = new LinkedHashMap<>();
    grouped.forEach((subject, members) ->
        sums.put(subject, new Committed(sum(members, reserved), sum(members, fulfilled))));
    return sums;
  }

  private static long sum(List<Id> members, Map<Id, Long> held) {
    return members.stream().mapToLong(member -> held.getOrDefault(member, 0L)).sum();
  }
}
