package cn.wufei.exchange.bulk;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An import as it is stored.
///
/// @param caller for whom its lines are recorded
/// @param run counts how often the file is gone through: once to check it, once to import it
/// @param attempts how often an instance has taken it up
record ImportRow(
    Id id,
    Caller caller,
    @Nullable String kind,
    boolean dryRun,
    ImportStatus status,
    @Nullable String problem,
    @Nullable Integer linesTotal,
    Counts counts,
    int run,
    int attempts,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /// How audit, attachments and notices name an import.
  static final String SUBJECT = "import";

  Attachment.Subject subject() {
    return new Attachment.Subject(SUBJECT, id);
  }
}
