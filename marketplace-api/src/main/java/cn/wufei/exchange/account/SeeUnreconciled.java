package cn.wufei.exchange.account;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.ledger.book.Departures;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Tells a plant which of its tonnes left before they were recorded.
@Singleton
class SeeUnreconciled {

  private final Streams streams;
  private final Balances balances;
  private final Departures departures;
  private final Names names;

  SeeUnreconciled(Streams streams, Balances balances, Departures departures, Names names) {
    this.streams = streams;
    this.balances = balances;
    this.departures = departures;
    this.names = names;
  }

  Outcome<Unreconciled> of(Caller caller, Id streamId) {
    StreamRef stream = streams.find(streamId);
    if (stream == null || !caller.maySee(stream.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    long kg =
        -balances.ofStreams(List.of(streamId), AccountKind.UNRECONCILED).stream()
            .mapToLong(Balances.StreamBalance::kg)
            .sum();
    List<Departures.Departure> open =
        departures.openOf(streamId).stream()
            .sorted(
                Comparator.comparing(Departures.Departure::occurredOn)
                    .thenComparingLong(Departures.Departure::posting))
            .toList();
    Map<Id, String> numbers =
        names.numbers(
            open.stream().map(Departures.Departure::subjectId).collect(Collectors.toSet()));
    return Outcome.done(
        new Unreconciled(
            kg,
            open.isEmpty() ? null : open.getFirst().occurredOn(),
            open.stream()
                .map(departure ->
                    new Unreconciled.Departed(
                        departure.kind(),
                        departure.posting(),
                        departure.subjectId(),
                        numbers.get(departure.subjectId()),
                        departure.occurredOn(),
                        departure.kg()))
                .toList()));
  }
}
