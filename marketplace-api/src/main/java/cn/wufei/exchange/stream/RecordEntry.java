package cn.wufei.exchange.stream;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.Transfer;
import cn.wufei.exchange.ledger.TransferDraft;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records what happened to a stream inside the plant. What comes in first clears what left
/// unrecorded; what goes out is drawn oldest year first and, being a fact, is recorded even beyond
/// the recorded stock.
@Singleton
class RecordEntry {

  /// A hundred million tonnes: more than any stream of a district in a year.
  static final long QUANTITY_MAX_KG = 100_000_000_000L;

  private final StreamRepository streams;
  private final EntryRepository entries;
  private final StreamViews views;
  private final Journal journal;
  private final AuditLog audit;

  RecordEntry(
      StreamRepository streams,
      EntryRepository entries,
      StreamViews views,
      Journal journal,
      AuditLog audit) {
    this.streams = streams;
    this.entries = entries;
    this.views = views;
    this.journal = journal;
    this.audit = audit;
  }

  Outcome<StreamViews.Entry> handle(Caller caller, Id streamId, Command command) {
    StreamRow stream = streams.findById(streamId).orElse(null);
    if (stream == null || !stream.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (command.generationYear() != null && command.kind() != EntryKind.OPENING_STOCK) {
      return Outcome.refused(StreamRefusal.GENERATION_YEAR_NOT_ALLOWED, "generationYear");
    }
    if (command.generationYear() != null
        && command.generationYear() > command.occurredOn().getYear()) {
      return Outcome.refused(StreamRefusal.GENERATION_YEAR_TOO_LATE, "generationYear");
    }
    Id subject = Id.next();
    var draft =
        TransferDraft.once(
            command.kind().transfer(),
            caller.organisationId(),
            subject,
            LocalCalendar.startOf(command.occurredOn()),
            movesOf(stream.ref().origin(), command));
    return switch (journal.post(draft)) {
      case Outcome.Refused<Transfer> refused -> refused.<StreamViews.Entry>as().at("occurredOn");
      case Outcome.Done<Transfer>(Transfer transfer) ->
          Outcome.done(keep(caller, stream, command, subject, transfer));
    };
  }

  private List<Move> movesOf(AccountKey.Origin origin, Command command) {
    EntryKind kind = command.kind();
    if (kind.bringsIn()) {
      return journal.bringIn(
          origin,
          command.quantityKg(),
          command.yearGenerated(),
          year -> AccountKey.stock(kind.account(), origin, year));
    }
    return journal
        .drawOldestFirst(
            origin,
            command.quantityKg(),
            command.occurredOn().getYear(),
            year -> AccountKey.stock(kind.account(), origin, year))
        .moves();
  }

  private StreamViews.Entry keep(
      Caller caller, StreamRow stream, Command command, Id subject, Transfer transfer) {
    Integer year = command.generationYear();
    entries.save(
        new EntryRow(
            subject,
            stream.id(),
            transfer.kind().code(),
            command.quantityKg(),
            command.occurredOn(),
            year == null ? null : year.shortValue(),
            command.method() == null ? null : kebab(command.method()),
            command.note(),
            transfer.id(),
            transfer.recordedAt()));
    audit.record(
        caller,
        "stream-entry-recorded",
        "stream",
        stream.id(),
        Map.of(
            "kind",
            transfer.kind().code(),
            "quantityKg",
            command.quantityKg(),
            "occurredOn",
            command.occurredOn().toString()));
    return views.entryOf(subject, command.note());
  }

  static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @param quantityKg kilograms, 1 to 10^11
  /// @param generationYear of opening stock; the year before `occurredOn` when absent
  @Serdeable
  @Schema(name = "RecordStreamEntry")
  record Command(
      @NotNull EntryKind kind,
      @Min(1) @Max(QUANTITY_MAX_KG) long quantityKg,
      @NotNull LocalDate occurredOn,
      @Nullable @Min(1900) @Max(2100) Integer generationYear,
      @Nullable MeasuringMethod method,
      @Nullable @Size(max = 500) String note) {

    int yearGenerated() {
      int year = occurredOn.getYear();
      if (kind != EntryKind.OPENING_STOCK) {
        return year;
      }
      return generationYear == null ? year - 1 : generationYear;
    }
  }
}
