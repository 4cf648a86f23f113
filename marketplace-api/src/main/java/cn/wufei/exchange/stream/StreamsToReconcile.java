package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.worklist.WholeWork;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Streams from which more left than was recorded as generated.
@Singleton
class StreamsToReconcile extends WholeWork {

  private final Streams streams;
  private final Balances balances;

  StreamsToReconcile(Streams streams, Balances balances) {
    this.streams = streams;
    this.balances = balances;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.UNRECONCILED;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  protected List<WorkItem> all(Caller caller) {
    Map<Id, StreamRef> own =
        streams.byName(caller.organisationId()).values().stream()
            .collect(Collectors.toMap(StreamRef::id, Function.identity()));
    Map<Id, Long> missing =
        balances.ofStreams(own.keySet(), AccountKind.UNRECONCILED).stream()
            .collect(
                Collectors.groupingBy(
                    Balances.StreamBalance::stream,
                    Collectors.summingLong(balance -> -balance.kg())));
    return own.values().stream()
        .filter(stream -> missing.getOrDefault(stream.id(), 0L) > 0)
        .map(stream -> item(stream, missing.getOrDefault(stream.id(), 0L)))
        .toList();
  }

  private static WorkItem item(StreamRef stream, long kg) {
    return WorkItem.of(WorkKind.UNRECONCILED, stream.id(), stream.name())
        .material(stream.materialKey())
        .mass(kg)
        .build();
  }
}
