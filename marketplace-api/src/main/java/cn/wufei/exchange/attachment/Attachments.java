package cn.wufei.exchange.attachment;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Files for the features whose things they belong to.
@Singleton
public class Attachments {

  /// So many belong to one thing at most.
  static final int FILES_MAX = 5;

  private final AttachmentStore store;
  private final Clock clock;

  Attachments(AttachmentStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Attaches a file. Call it in the transaction of the act, with the thing held so that nobody
  /// else attaches one to it at the same time.
  public Outcome<Attachment> add(Caller caller, Attachment.Subject subject, ReceivedFile received) {
    List<Attachment> there =
        of(subject.kind(), List.of(subject.id())).getOrDefault(subject.id(), List.of());
    if (there.stream().anyMatch(file -> file.sha256().equals(received.sha256()))) {
      return Outcome.refused(AttachmentRefusal.FILE_ATTACHED_ALREADY, "file");
    }
    if (there.size() >= FILES_MAX) {
      return Outcome.<Attachment>refused(AttachmentRefusal.FILES_TOO_MANY, "file")
          .with("filesMax", FILES_MAX);
    }
    Attachment file =
        new Attachment(
            Id.next(),
            caller.organisationId(),
            received.name(),
            received.mediaType(),
            received.sizeBytes(),
            received.sha256(),
            Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    store.insert(file, subject, received);
    return Outcome.done(file);
  }

  /// By what they belong to, each thing's in the order in which they were attached.
  public Map<Id, List<Attachment>> of(String subjectKind, Collection<Id> subjects) {
    return store.of(subjectKind, subjects);
  }

  /// The content of a file, read as it is needed.
  public InputStream content(Attachment file) {
    int parts = Math.ceilDiv(Math.toIntExact(file.sizeBytes()), AttachmentStore.PART_BYTES);
    return new PartsInputStream(line -> store.part(file.id(), line), parts);
  }

  /// The file as it is sent to a reader; nothing when the thing has no such file. Its content is
  /// read as it goes out.
  public @Nullable StreamedFile open(Attachment.Subject subject, Id id) {
    Attachment file = store.find(subject, id);
    if (file == null) {
      return null;
    }
    return new StreamedFile(
            content(file),
            MediaType.of(file.mediaType()),
            file.attachedAt().toEpochMilli(),
            file.sizeBytes())
        .attach(file.name());
  }
}
