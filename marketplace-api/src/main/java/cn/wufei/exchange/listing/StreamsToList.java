package cn.wufei.exchange.listing;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import cn.wufei.exchange.worklist.WholeWork;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Streams with tonnes in the yard of which no lot is on the market, where the firm may offer one.
@Singleton
class StreamsToList extends WholeWork {

  private final Organisations organisations;
  private final Streams streams;
  private final Balances balances;
  private final LotStore lots;

  StreamsToList(Organisations organisations, Streams streams, Balances balances, LotStore lots) {
    this.organisations = organisations;
    this.streams = streams;
    this.balances = balances;
    this.lots = lots;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.UNLISTED;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  protected List<WorkItem> all(Caller caller) {
    return switch (organisations.requireTrading(caller)) {
      case Outcome.Done<OrganisationRef> _ -> unlisted(caller);
      case Outcome.Refused<OrganisationRef> _ -> List.of();
    };
  }

  private List<WorkItem> unlisted(Caller caller) {
    Set<Id> listed = lots.listedStreams(caller.organisationId());
    Map<Id, StreamRef> unlisted =
        streams.byName(caller.organisationId()).values().stream()
            .filter(stream -> !listed.contains(stream.id()))
            .collect(Collectors.toMap(StreamRef::id, Function.identity()));
    Map<Id, Long> onHand =
        balances.ofStreams(unlisted.keySet(), AccountKind.ON_HAND).stream()
            .collect(
                Collectors.groupingBy(
                    Balances.StreamBalance::stream,
                    Collectors.summingLong(Balances.StreamBalance::kg)));
    return unlisted.values().stream()
        .filter(stream -> onHand.getOrDefault(stream.id(), 0L) > 0)
        .map(stream -> item(stream, onHand.getOrDefault(stream.id(), 0L)))
        .toList();
  }

  private static WorkItem item(StreamRef stream, long kg) {
    return WorkItem.of(WorkKind.UNLISTED, stream.id(), stream.name())
        .material(stream.materialKey())
        .mass(kg)
        .build();
  }
}
