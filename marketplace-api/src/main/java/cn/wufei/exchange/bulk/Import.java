package cn.wufei.exchange.bulk;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file that is imported or only checked, and what has become of its lines.
///
/// @param kind of the lines of a CSV file; a workbook says it by the names of its sheets
/// @param dryRun whether lines are only checked and nothing is recorded
/// @param problem code of why the file as a whole could not be read, once it has failed
/// @param linesTotal about how many there are, headings and empty lines included; absent until the
///   file was looked through
/// @param unchecked lines of a dry run that name what an earlier line would create
@Serdeable
@Schema(name = "Import")
record Import(
    Id id,
    String fileName,
    long sizeBytes,
    String sha256,
    @Nullable String kind,
    boolean dryRun,
    ImportStatus status,
    @Nullable String problem,
    @Nullable Integer linesTotal,
    int linesDone,
    int created,
    int changed,
    int ignored,
    int refused,
    int unchecked,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  static Import of(ImportRow row, Attachment file) {
    Counts counts = row.counts();
    return new Import(
        row.id(),
        file.name(),
        file.sizeBytes(),
        file.sha256(),
        row.kind(),
        row.dryRun(),
        row.status(),
        row.problem(),
        row.linesTotal(),
        counts.total(),
        counts.of(LineResult.CREATED),
        counts.of(LineResult.CHANGED),
        counts.of(LineResult.IGNORED),
        counts.of(LineResult.REFUSED),
        counts.of(LineResult.UNCHECKED),
        row.createdAt(),
        row.startedAt(),
        row.endedAt());
  }
}
