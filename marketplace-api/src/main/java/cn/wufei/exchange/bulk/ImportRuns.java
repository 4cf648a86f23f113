package cn.wufei.exchange.bulk;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.bulk.table.TableFile;
import cn.wufei.exchange.bulk.table.TableProblem;
import cn.wufei.exchange.bulk.table.TableSheet;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import io.micronaut.http.MediaType;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the file of an import from its first line that was not dealt with to its end.
@Singleton
class ImportRuns {

  private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);

  /// An import that has broken off as often is given up: something in it breaks whoever reads it.
  static final int ATTEMPTS_MAX = 8;

  private static final String GIVEN_UP = "internal-error";

  private final ImportStore store;
  private final LineStore lines;
  private final ImportKinds kinds;
  private final RecordLine record;
  private final Headings headings;
  private final SeeImports see;
  private final Attachments attachments;
  private final Organisations organisations;
  private final Writes writes;
  private final AuditLog audit;
  private final Notices notices;
  private final Clock clock;
  private final ImportCopies copies;

  /// Which instance holds the imports that are being read here.
  private final Map<Id, Id> running = new ConcurrentHashMap<>();

  ImportRuns(
      ImportStore store,
      LineStore lines,
      ImportKinds kinds,
      RecordLine record,
      Headings headings,
      SeeImports see,
      Attachments attachments,
      Organisations organisations,
      Writes writes,
      AuditLog audit,
      Notices notices,
      Clock clock,
      ImportCopies copies) {
    this.store = store;
    this.lines = lines;
    this.kinds = kinds;
    this.record = record;
    this.headings = headings;
    this.see = see;
    this.attachments = attachments;
    this.organisations = organisations;
    this.writes = writes;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
    this.copies = copies;
  }

  /// Returns when the import has ended, was given back or was taken over by another instance.
  ///
  /// @param stopping whether the instance is going down
  void run(ImportRow row, Id instance, BooleanSupplier stopping) {
    Attachment file = see.fileOf(row);
    if (row.attempts() > ATTEMPTS_MAX) {
      end(row, instance, file, ImportStatus.FAILED, GIVEN_UP);
      return;
    }
    running.put(row.id(), instance);
    try {
      read(row, instance, file, stopping);
    } finally {
      running.remove(row.id());
    }
  }

  /// Renews the leases of what is being read here, whatever a reading waits for.
  @Scheduled(
      fixedDelay = "${wufei.imports.lease-every:5s}",
      initialDelay = "${wufei.imports.lease-every:5s}")
  void prolong() {
    running.forEach((id, instance) -> {
      try {
        store.prolong(id, instance, Instant.now(clock).plus(RunImports.LEASE));
      } catch (RuntimeException e) {
        LOG.warn("The lease of import {} could not be renewed", id, e);
      }
    });
  }

  private void read(ImportRow row, Id instance, Attachment file, BooleanSupplier stopping) {
    boolean isWorkbook = file.mediaType().equals(MediaType.MICROSOFT_EXCEL_OPEN_XML);
    try {
      Path copy;
      try (InputStream content = attachments.content(file)) {
        copy = copies.of(content);
      }
      try {
        read(row, instance, file, stopping, copy, isWorkbook);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(
      ImportRow row,
      Id instance,
      Attachment file,
      BooleanSupplier stopping,
      Path copy,
      boolean isWorkbook)
      throws IOException {
    try (TableFile tables = TableFile.open(copy, isWorkbook);
        ImportRun run =
            new ImportRun(
                row,
                instance,
                tables.lines(),
                new ImportRun.Tools(store, lines, kinds, record, headings, organisations, clock),
                stopping)) {
      switch (run.run(tables.sheets())) {
        case ALL_DONE -> {
          if (lines.counts(row).total() == 0) {
            throw new TableProblem(TableProblem.Code.NOTHING_IN_IT);
          }
          end(row, instance, file, ImportStatus.ENDED, null);
        }
        case TO_BE_ENDED -> end(row, instance, file, ImportStatus.CANCELLED, null);
        case GIVEN_BACK -> store.release(row.id(), instance, lines.counts(row));
      }
    } catch (TableProblem e) {
      end(row, instance, file, ImportStatus.FAILED, e.code().text());
    } catch (TableSheet.UnreadableLine _) {
      end(row, instance, file, ImportStatus.FAILED, TableProblem.Code.WORKBOOK_UNREADABLE.text());
    }
  }

  /// Ends it with a notice to the firm, unless another instance has taken it over: then that one
  /// does.
  private void end(
      ImportRow row, Id instance, Attachment file, ImportStatus status, @Nullable String problem) {
    writes.apart(
        false,
        () -> {
          Counts counts = lines.counts(row);
          Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
          if (store.end(row.id(), instance, status, problem, counts, now)) {
            audit.record(
                row.caller(),
                row.dryRun() ? "import-check-ended" : "import-ended",
                ImportRow.SUBJECT,
                row.id(),
                Map.of("status", status.code(), "lines", counts.total()));
            notices.send(List.of(notice(row, file, status, counts)));
          }
          return Outcome.done(row.id());
        });
  }

  private static NewNotice notice(
      ImportRow row, Attachment file, ImportStatus status, Counts counts) {
    return new NewNotice(
        row.caller().organisationId(),
        "import-ended",
        "import:" + row.id() + ":" + row.dryRun(),
        Map.of(ImportRow.SUBJECT, row.id()),
        Map.of(
            "fileName",
            file.name(),
            "dryRun",
            row.dryRun(),
            "status",
            status.code(),
            "created",
            counts.of(LineResult.CREATED),
            "changed",
            counts.of(LineResult.CHANGED),
            "refused",
            counts.of(LineResult.REFUSED)));
  }
}
