package cn.wufei.exchange.stream;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.LedgerRefusal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.Periods;
import cn.wufei.exchange.ledger.Transfer;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records what a yard was counted or declared to hold. A count that finds more than the ledger's
/// net explains loads that left unrecorded and clears them, up to the surplus found. Whatever
/// difference remains is kept as the residual between the count and the ledger: it is shown and
/// never forced to nothing.
@Singleton
class TakeStock {

  private final StreamRepository streams;
  private final StockTakeRepository stockTakes;
  private final StreamViews views;
  private final Balances balances;
  private final Journal journal;
  private final Periods periods;
  private final AuditLog audit;
  private final Clock clock;

  TakeStock(
      StreamRepository streams,
      StockTakeRepository stockTakes,
      StreamViews views,
      Balances balances,
      Journal journal,
      Periods periods,
      AuditLog audit,
      Clock clock) {
    this.streams = streams;
    this.stockTakes = stockTakes;
    this.views = views;
    this.balances = balances;
    this.journal = journal;
    this.periods = periods;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<StreamViews.StockTake> handle(Caller caller, Id streamId, Command command) {
    StreamRow stream = streams.findById(streamId).orElse(null);
    if (stream == null || !stream.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Instant now = Instant.now(clock);
    if (LocalCalendar.startOf(command.occurredOn()).isAfter(now)) {
      return Outcome.refused(LedgerRefusal.OCCURRED_IN_FUTURE, "occurredOn");
    }
    long ledgerKg = balances.netOfStreamAt(streamId, command.occurredOn());
    Id id = Id.next();
    List<Move> moves = new ArrayList<>();
    long surplusKg = command.method().counts() ? command.countedKg() - ledgerKg : 0;
    long cleared = clear(journal, stream, surplusKg, command.occurredOn(), moves);
    if (moves.isEmpty()) {
      return switch (periods.requireOpen(List.of(caller.organisationId()), command.occurredOn())) {
        case Outcome.Refused<LocalDate> refused ->
            refused.<StreamViews.StockTake>as().at("occurredOn");
        case Outcome.Done<LocalDate> _ ->
            Outcome.done(keep(caller, stream, command, id, ledgerKg, cleared, null, now));
      };
    }
    var draft =
        TransferDraft.once(
            TransferKind.STOCK_TAKE,
            caller.organisationId(),
            id,
            LocalCalendar.startOf(command.occurredOn()),
            moves);
    return switch (journal.post(draft)) {
      case Outcome.Refused<Transfer> refused ->
          refused.<StreamViews.StockTake>as().at("occurredOn");
      case Outcome.Done<Transfer>(Transfer transfer) ->
          Outcome.done(keep(caller, stream, command, id, ledgerKg, cleared, transfer.id(), now));
    };
  }

  /// Clears what left unrecorded by at most the surplus that a count found.
  static long clear(
      Journal journal, StreamRow stream, long surplusKg, LocalDate day, List<Move> moves) {
    if (surplusKg <= 0) {
      return 0;
    }
    AccountKey.Origin origin = stream.ref().origin();
    return journal.clear(
        origin,
        surplusKg,
        day.getYear(),
        AccountKey.stock(AccountKind.FOUND, origin, day.getYear()),
        moves);
  }

  private StreamViews.StockTake keep(
      Caller caller,
      StreamRow stream,
      Command command,
      Id id,
      long ledgerKg,
      long cleared,
      @Nullable Id transferId,
      Instant now) {
    StockTakeRow row =
        stockTakes.save(
            new StockTakeRow(
                id,
                stream.id(),
                command.occurredOn(),
                RecordEntry.kebab(command.method()),
                command.countedKg(),
                ledgerKg,
                cleared,
                command.note(),
                transferId,
                now,
                null));
    audit.record(
        caller,
        "stock-taken",
        "stream",
        stream.id(),
        Map.of("countedKg", row.countedKg(), "ledgerKg", ledgerKg, "clearedKg", cleared));
    return views.stockTake(row);
  }

  @Serdeable
  @Schema(name = "TakeStock")
  record Command(
      @Min(0) @Max(RecordEntry.QUANTITY_MAX_KG) long countedKg,
      @NotNull LocalDate occurredOn,
      @NotNull StockTakeMethod method,
      @Nullable @Size(max = 500) String note) {}
}
