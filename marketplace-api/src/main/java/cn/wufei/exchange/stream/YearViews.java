package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.ledger.StreamFlows;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a stream's yearly statements.
@Singleton
@Connectable
class YearViews {

  private final StreamFlows flows;
  private final Balances balances;
  private final StreamViews streams;
  private final Clock clock;

  YearViews(StreamFlows flows, Balances balances, StreamViews streams, Clock clock) {
    this.flows = flows;
    this.balances = balances;
    this.streams = streams;
    this.clock = clock;
  }

  YearList of(Id stream) {
    return new YearList(
        YearBooks.of(
            flows.until(List.of(stream), today()),
            thisYear(),
            openByYear(stream),
            streams.lastDeclaredByYear(stream)));
  }

  int thisYear() {
    return today().getYear();
  }

  private LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }

  /// What left beyond the recorded stock and is unrecorded still, by the year in which it left.
  Map<Integer, Long> openByYear(Id stream) {
    Map<Integer, Long> open = new HashMap<>();
    balances.ofStreams(List.of(stream)).stream()
        .filter(held -> held.kind() == AccountKind.UNRECONCILED && held.kg() < 0)
        .forEach(held -> open.merge(held.generationYear(), -held.kg(), Long::sum));
    return open;
  }

  @Serdeable
  @Schema(name = "StreamYearList")
  record YearList(List<StreamYear> items) {}
}
