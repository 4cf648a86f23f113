package cn.wufei.exchange.stream;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.Transfer;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Clears what left in a year beyond the recorded stock and was never recorded after: it is entered
/// as generated in that year, on its last day. Otherwise the next year's generation would clear it,
/// and would be too small in its own year by what it made good in the one before. What lies on hand
/// of that or an earlier year was generated already and is not entered again.
@Singleton
class ClearYearEnd {

  private final StreamRepository streams;
  private final EntryRepository entries;
  private final StreamViews views;
  private final YearViews years;
  private final Journal journal;
  private final AuditLog audit;

  ClearYearEnd(
      StreamRepository streams,
      EntryRepository entries,
      StreamViews views,
      YearViews years,
      Journal journal,
      AuditLog audit) {
    this.streams = streams;
    this.entries = entries;
    this.views = views;
    this.years = years;
    this.journal = journal;
    this.audit = audit;
  }

  /// Checked in this order: the stream is the caller's own, the year is over, something is open.
  Outcome<StreamViews.Entry> handle(Caller caller, Id streamId, int year, Command command) {
    StreamRow stream = streams.findById(streamId).orElse(null);
    if (stream == null || !stream.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (year >= years.thisYear()) {
      return Outcome.refused(StreamRefusal.YEAR_NOT_OVER);
    }
    long openKg = years.openByYear(streamId).getOrDefault(year, 0L);
    return openKg == 0
        ? Outcome.refused(StreamRefusal.NOTHING_TO_CLEAR)
        : post(caller, stream, year, openKg, command);
  }

  private Outcome<StreamViews.Entry> post(
      Caller caller, StreamRow stream, int year, long openKg, Command command) {
    Id subject = Id.next();
    LocalDate lastDay = LocalDate.of(year, Month.DECEMBER, 31);
    AccountKey generated = AccountKey.stock(AccountKind.GENERATED, stream.ref().origin(), year);
    return journal
        .post(
            TransferDraft.once(
                TransferKind.YEAR_END_CLEARING,
                caller.organisationId(),
                subject,
                LocalCalendar.startOf(lastDay),
                List.of(new Move(generated, generated.ofKind(AccountKind.UNRECONCILED), openKg))))
        .map(transfer -> keep(caller, stream, subject, lastDay, openKg, command, transfer));
  }

  private StreamViews.Entry keep(
      Caller caller,
      StreamRow stream,
      Id subject,
      LocalDate lastDay,
      long openKg,
      Command command,
      Transfer transfer) {
    entries.save(
        new EntryRow(
            subject,
            stream.id(),
            transfer.kind().code(),
            openKg,
            lastDay,
            (short) lastDay.getYear(),
            null,
            command.note(),
            null,
            null,
            null,
            null,
            transfer.id(),
            transfer.recordedAt(),
            null));
    audit.record(
        caller,
        "stream-year-cleared",
        "stream",
        stream.id(),
        Map.of("year", lastDay.getYear(), "quantityKg", openKg));
    return views.entryOf(stream.id(), subject);
  }

  @Serdeable
  @Schema(name = "ClearYearEnd")
  record Command(@Nullable @Size(max = 500) String note) {}
}
