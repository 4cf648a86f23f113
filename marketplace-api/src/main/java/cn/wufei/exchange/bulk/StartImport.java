package cn.wufei.exchange.bulk;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.attachment.FileKind;
import cn.wufei.exchange.attachment.ReceivedFile;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A firm sends a file, has one imported that was checked, or breaks an import off.
@Singleton
class StartImport {

  /// So many of a firm may wait or run at once.
  static final int IMPORTS_MAX = 3;

  private final ImportKinds kinds;
  private final ImportStore store;
  private final SeeImports see;
  private final Attachments attachments;
  private final Organisations organisations;
  private final AuditLog audit;
  private final Clock clock;

  StartImport(
      ImportKinds kinds,
      ImportStore store,
      SeeImports see,
      Attachments attachments,
      Organisations organisations,
      AuditLog audit,
      Clock clock) {
    this.kinds = kinds;
    this.store = store;
    this.see = see;
    this.attachments = attachments;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the kind is known, a CSV file has one, not too many are going on.
  Outcome<Import> start(
      Caller caller, @Nullable String kind, boolean dryRun, ReceivedFile received) {
    if (kind != null && kinds.find(kind) == null) {
      return Outcome.refused(ImportRefusal.KIND_UNKNOWN, "kind");
    }
    if (kind == null && received.kind() == FileKind.CSV) {
      return Outcome.refused(ImportRefusal.KIND_NEEDED, "kind");
    }
    if (isBusy(caller)) {
      return tooMany();
    }
    ImportRow row =
        new ImportRow(
            Id.next(),
            caller,
            kind,
            dryRun,
            ImportStatus.QUEUED,
            null,
            null,
            new Counts(Map.of()),
            1,
            0,
            now(),
            null,
            null);
    store.insert(row);
    return attachments.add(caller, row.subject(), received).map(file -> begun(caller, row, file));
  }

  /// Those who start imports of one firm are counted one after another.
  private boolean isBusy(Caller caller) {
    organisations.queue(caller.organisationId());
    return store.goingOn(caller.organisationId()) >= IMPORTS_MAX;
  }

  private Import begun(Caller caller, ImportRow row, Attachment file) {
    record(caller, row.dryRun() ? "import-check-begun" : "import-begun", row.id(), file);
    return Import.of(row, file);
  }

  /// Checked in this order: the import is the caller's own, it was a check that has ended, not too
  /// many are going on.
  Outcome<Import> execute(Caller caller, Id id) {
    return own(caller, id)
        .then(row -> {
          if (!row.dryRun() || row.status() != ImportStatus.ENDED) {
            return Outcome.refused(ImportRefusal.IMPORT_NOT_CHECKED);
          }
          if (isBusy(caller)) {
            return tooMany();
          }
          store.queueAgain(id, caller);
          record(caller, "import-begun", id, see.fileOf(row));
          return see.one(caller, id);
        });
  }

  /// What was recorded stays. Checked in this order: the import is the caller's own, it has not
  /// ended.
  Outcome<Import> cancel(Caller caller, Id id) {
    return own(caller, id)
        .then(row -> {
          if (row.status().isOver()) {
            return Outcome.refused(ImportRefusal.IMPORT_ENDED);
          }
          if (row.status() == ImportStatus.QUEUED) {
            store.cancelQueued(id, now());
          } else {
            store.askToCancel(id);
          }
          record(caller, "import-cancelled", id, see.fileOf(row));
          return see.one(caller, id);
        });
  }

  private Outcome<ImportRow> own(Caller caller, Id id) {
    ImportRow row = store.lockImport(id);
    return Outcome.found(
        row != null && row.caller().organisationId().equals(caller.organisationId()) ? row : null);
  }

  private void record(Caller caller, String act, Id id, Attachment file) {
    audit.record(
        caller, act, ImportRow.SUBJECT, id, Map.of("file", file.name(), "sha256", file.sha256()));
  }

  private static Outcome<Import> tooMany() {
    return Outcome.<Import>refused(ImportRefusal.IMPORTS_TOO_MANY).with("importsMax", IMPORTS_MAX);
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }
}
