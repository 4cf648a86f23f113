package cn.wufei.exchange.export;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.csv.Language;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// A firm takes home everything that it owns. The archive is made whole before the first byte is
/// sent, so that nobody has half of one, and no connection is held while it is fetched. It is
/// recorded who took it before it leaves.
@Singleton
class ExportFirm {

  private static final String MEDIA_TYPE = "application/zip";

  private final Turns turns;
  private final Snapshot snapshot;
  private final FillArchive fill;
  private final ExportSettings settings;
  private final Writes writes;
  private final AuditLog audit;

  ExportFirm(
      Turns turns,
      Snapshot snapshot,
      FillArchive fill,
      ExportSettings settings,
      Writes writes,
      AuditLog audit) {
    this.turns = turns;
    this.snapshot = snapshot;
    this.fill = fill;
    this.settings = settings;
    this.writes = writes;
    this.audit = audit;
  }

  /// Checked in this order: no export of the organisation goes on, there is a free place, none of
  /// it goes on at another instance, the archive is not too large.
  Outcome<StreamedFile> handle(Caller caller, Language language) {
    return turns.take(caller.organisationId()).then(turn -> inTurn(caller, language, turn));
  }

  /// Keeps the turn only where there is something to send.
  private Outcome<StreamedFile> inTurn(Caller caller, Language language, Turns.Turn turn) {
    boolean sends = false;
    try {
      Outcome<StreamedFile> file = made(caller, language, turn);
      sends = file instanceof Outcome.Done<StreamedFile>;
      return file;
    } catch (Archive.TooLarge _) {
      return Outcome.<StreamedFile>refused(ExportRefusal.ARCHIVE_TOO_LARGE)
          .with("bytesMax", settings.bytesMax());
    } finally {
      if (!sends) {
        turn.end();
      }
    }
  }

  private Outcome<StreamedFile> made(Caller caller, Language language, Turns.Turn turn) {
    Archive archive = Archive.create(settings.bytesMax());
    turn.holds(archive);
    return snapshot
        .of(caller.organisationId(), () -> fill.fill(archive, caller, language))
        .then(manifest -> recorded(caller, manifest, archive))
        .map(manifest -> {
          OffsetDateTime at = OffsetDateTime.parse(manifest.exportedAt());
          return new StreamedFile(
                  new SentArchive(archive, turn),
                  MediaType.of(MEDIA_TYPE),
                  at.toInstant().toEpochMilli(),
                  archive.sizeBytes())
              .attach(nameOf(at));
        });
  }

  private Outcome<Manifest> recorded(Caller caller, Manifest manifest, Archive archive) {
    Manifest.LastBlock block = manifest.ledger();
    Map<String, Object> facts =
        Map.of(
            "language",
            manifest.language(),
            "rows",
            manifest.files().stream().mapToLong(Manifest.TableFile::rows).sum(),
            "bytes",
            archive.sizeBytes(),
            "sha256",
            archive.takeSha256(),
            "block",
            block == null ? 0 : block.number());
    return writes.apart(
        false,
        () -> {
          audit.record(caller, "data-exported", "organisation", caller.organisationId(), facts);
          return Outcome.done(manifest);
        });
  }

  private static String nameOf(OffsetDateTime at) {
    return "wufei-export-" + DateTimeFormatter.BASIC_ISO_DATE.format(at.toLocalDate()) + ".zip";
  }
}
