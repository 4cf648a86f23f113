package cn.wufei.exchange.stream;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Transfer;
import cn.wufei.exchange.ledger.TransferDraft;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
  private final EntryMoves moves;
  private final RelatedParties relatedParties;
  private final StreamViews views;
  private final Journal journal;
  private final AuditLog audit;

  RecordEntry(
      StreamRepository streams,
      EntryRepository entries,
      EntryMoves moves,
      RelatedParties relatedParties,
      StreamViews views,
      Journal journal,
      AuditLog audit) {
    this.streams = streams;
    this.entries = entries;
    this.moves = moves;
    this.relatedParties = relatedParties;
    this.views = views;
    this.journal = journal;
    this.audit = audit;
  }

  /// Checked in this order: the stream is the caller's own, the parts fit the kind ([EntryRules]),
  /// the related party can be one, the other stream is the caller's own and at another site, the
  /// day.
  Outcome<StreamViews.Entry> handle(Caller caller, Id streamId, Command command) {
    return own(caller, streamId, null)
        .then(stream ->
            EntryRules.check(command)
                .then(_ -> relatedParties.settle(caller.organisationId(), command.counterparty()))
                .then(party ->
                    target(caller, stream, command)
                        .then(target -> post(caller, stream, target, party, command))));
  }

  private Outcome<StreamRow> own(Caller caller, Id id, @Nullable String field) {
    StreamRow stream = streams.findById(id).orElse(null);
    if (stream == null || !stream.organisationId().equals(caller.organisationId())) {
      Outcome.Refused<StreamRow> refused = Outcome.refused(CommonRefusal.NOT_FOUND);
      return field == null ? refused : refused.at(field);
    }
    return Outcome.done(stream);
  }

  /// The stream that the tonnes come to: the stream itself unless they are moved to another.
  private Outcome<StreamRow> target(Caller caller, StreamRow stream, Command command) {
    Id id = command.toStreamId();
    return id == null
        ? Outcome.done(stream)
        : own(caller, id, "toStreamId").then(to -> EntryRules.movable(stream, to));
  }

  private Outcome<StreamViews.Entry> post(
      Caller caller,
      StreamRow stream,
      StreamRow target,
      RelatedParties.Settled party,
      Command command) {
    Id subject = Id.next();
    var draft =
        TransferDraft.once(
            command.kind().transfer(),
            caller.organisationId(),
            subject,
            LocalCalendar.startOf(command.occurredOn()),
            moves.of(stream, target, command));
    return switch (journal.post(draft)) {
      case Outcome.Refused<Transfer> refused -> refused.<StreamViews.Entry>as().at("occurredOn");
      case Outcome.Done<Transfer>(Transfer transfer) ->
          Outcome.done(keep(caller, stream, command, party, transfer, subject));
    };
  }

  private StreamViews.Entry keep(
      Caller caller,
      StreamRow stream,
      Command command,
      RelatedParties.Settled party,
      Transfer transfer,
      Id subject) {
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
            command.toStreamId(),
            party.id(),
            party.name(),
            party.uscc(),
            transfer.id(),
            transfer.recordedAt(),
            null));
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
    return views.entryOf(stream.id(), subject);
  }

  static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @param quantityKg kilograms, 1 to 10^11
  /// @param generationYear of opening stock; the year before `occurredOn` when absent
  /// @param counterparty of what goes to a related party
  /// @param toStreamId of a move: the organisation's stream at the other site
  @Serdeable
  @Schema(name = "RecordStreamEntry")
  record Command(
      @NotNull EntryKind kind,
      @Min(1) @Max(QUANTITY_MAX_KG) long quantityKg,
      @NotNull LocalDate occurredOn,
      @Nullable @Min(1900) @Max(2100) Integer generationYear,
      @Nullable MeasuringMethod method,
      @Nullable @Size(max = 500) String note,
      @Nullable @Valid Counterparty counterparty,
      @Nullable Id toStreamId) {

    int yearGenerated() {
      int year = occurredOn.getYear();
      if (kind != EntryKind.OPENING_STOCK) {
        return year;
      }
      return generationYear == null ? year - 1 : generationYear;
    }
  }
}
