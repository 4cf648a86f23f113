package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Corrected;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.PostedFact;
import cn.wufei.exchange.ledger.Reversals;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.transfer.heap.UseReportRow.Book;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Corrects a receiver's report of use, for the feature that had the correction approved.
/// Everything here must run in a posting write.
@Singleton
public class UseCorrections {

  private final UseReportStore store;
  private final HeapBooks books;
  private final Reversals reversals;

  UseCorrections(UseReportStore store, HeapBooks books, Reversals reversals) {
    this.store = store;
    this.books = books;
    this.reversals = reversals;
  }

  /// Whose report it is, voided or not.
  public @Nullable Id ownerOf(Id id) {
    return store.ownerOf(id);
  }

  /// The report, unless it was voided.
  public @Nullable Reported find(Id id) {
    UseReportRow row = store.lockReport(id);
    if (row == null) {
      return null;
    }
    PostedFact fact = reversals.standing(id, TransferKind.USE_REPORTED);
    return new Reported(
        id,
        row.heap().owner(),
        row.heap().site(),
        row.heap().material(),
        row.month(),
        row.book().consumedKg(),
        row.declaredClosingKg(),
        row.month().equals(store.latestMonth(row.heap())),
        fact == null ? null : fact.id());
  }

  /// Allocates the right consumption anew, by what each origin has now that the wrong one is taken
  /// back.
  public Outcome<Corrected> correct(Id id, long consumedKg, @Nullable Long declaredClosingKg) {
    UseReportRow row = Objects.requireNonNull(store.lockReport(id));
    if (row.book().consumedKg() == consumedKg) {
      store.update(row.saying(row.book(), declaredClosingKg, row.allocation()));
      return Outcome.done(Corrected.NOTHING_POSTED);
    }
    Instant at = dateOf(row);
    return takeBack(row, at)
        .then(back -> {
          Book book = books.of(row.heap(), row.month());
          UseReportRow truth =
              row.saying(
                  new Book(book.openingKg(), book.receivedKg(), consumedKg),
                  declaredClosingKg,
                  Allocation.proRata(consumedKg, heldAt(row, at)));
          return tell(truth, back, at)
              .map(corrected -> {
                store.update(truth);
                return corrected;
              });
        });
  }

  public Outcome<Corrected> voidReport(Id id, Id correction) {
    UseReportRow row = Objects.requireNonNull(store.lockReport(id));
    return takeBack(row, dateOf(row))
        .map(back -> {
          store.markVoided(id, correction);
          return back;
        });
  }

  private Outcome<Corrected> takeBack(UseReportRow row, Instant at) {
    PostedFact fact = reversals.standing(row.id(), TransferKind.USE_REPORTED);
    return fact == null
        ? Outcome.done(Corrected.NOTHING_POSTED)
        : reversals
            .reverse(fact, at, List.of())
            .map(reversal -> new Corrected(reversal.id(), null));
  }

  private Outcome<Corrected> tell(UseReportRow row, Corrected back, Instant at) {
    List<Move> moves = ReportUse.moves(row);
    return moves.isEmpty()
        ? Outcome.done(back)
        : reversals
            .tell(TransferKind.USE_REPORTED, row.heap().owner(), row.id(), at, moves)
            .map(transfer -> new Corrected(back.reversalId(), transfer.id()));
  }

  private Instant dateOf(UseReportRow row) {
    return reversals.dateOf(
        row.id(), List.of(row.heap().owner()), ReportUse.occurredAt(row.month(), row.reportedAt()));
  }

  /// At the end of the month, or of today when the month's books are closed and the correction has
  /// today's date.
  private SequencedMap<OriginYear, Long> heldAt(UseReportRow row, Instant at) {
    LocalDate day = LocalCalendar.dayOf(at);
    return day.isAfter(row.month().atEndOfMonth())
        ? books.heldAt(row.heap(), day)
        : books.heldAtEnd(row.heap(), row.month());
  }

  /// A report as it stands.
  ///
  /// @param latest whether no later month of its heap is reported
  public record Reported(
      Id id,
      Id organisationId,
      Id siteId,
      String materialKey,
      YearMonth month,
      long consumedKg,
      @Nullable Long declaredClosingKg,
      boolean latest,
      @Nullable Id transferId) {}
}
