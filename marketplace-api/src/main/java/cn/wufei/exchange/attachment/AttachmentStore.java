package cn.wufei.exchange.attachment;

import static cn.wufei.exchange.db.Tables.ATTACHMENT_FILE;
import static cn.wufei.exchange.db.Tables.ATTACHMENT_PART;

import cn.wufei.exchange.db.tables.records.AttachmentFileRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Files and their parts as rows.
@Singleton
@Connectable
class AttachmentStore {

  static final int PART_BYTES = 256 * 1024;

  private final DSLContext sql;

  AttachmentStore(DSLContext sql) {
    this.sql = sql;
  }

  void insert(Attachment file, Attachment.Subject subject, ReceivedFile received) {
    sql.insertInto(ATTACHMENT_FILE)
        .set(ATTACHMENT_FILE.ID, file.id())
        .set(ATTACHMENT_FILE.ORGANISATION_ID, file.organisationId())
        .set(ATTACHMENT_FILE.SUBJECT_KIND, subject.kind())
        .set(ATTACHMENT_FILE.SUBJECT_ID, subject.id())
        .set(ATTACHMENT_FILE.NAME, file.name())
        .set(ATTACHMENT_FILE.MEDIA_TYPE, file.mediaType())
        .set(ATTACHMENT_FILE.SIZE_BYTES, file.sizeBytes())
        .set(ATTACHMENT_FILE.SHA256, file.sha256())
        .set(ATTACHMENT_FILE.ATTACHED_AT, file.attachedAt())
        .execute();
    short line = 0;
    for (long from = 0; from < file.sizeBytes(); from += PART_BYTES) {
      sql.insertInto(ATTACHMENT_PART)
          .set(ATTACHMENT_PART.FILE_ID, file.id())
          .set(ATTACHMENT_PART.LINE, line++)
          .set(ATTACHMENT_PART.BYTES, received.bytes(from, PART_BYTES))
          .execute();
    }
  }

  /// By what they belong to, each thing's in the order in which they were attached.
  Map<Id, List<Attachment>> of(String subjectKind, Collection<Id> subjects) {
    if (subjects.isEmpty()) {
      return Map.of();
    }
    return sql.selectFrom(ATTACHMENT_FILE)
        .where(ATTACHMENT_FILE.SUBJECT_KIND.eq(subjectKind))
        .and(ATTACHMENT_FILE.SUBJECT_ID.in(subjects))
        .orderBy(ATTACHMENT_FILE.SUBJECT_ID, ATTACHMENT_FILE.ID)
        .fetchGroups(ATTACHMENT_FILE.SUBJECT_ID, AttachmentStore::file);
  }

  /// A file and what it belongs to.
  record Attached(Attachment file, Attachment.Subject subject) {}

  /// Those that an organisation has attached, newest first.
  List<Attached> page(Id organisation, @Nullable Id before, int limit) {
    return sql.selectFrom(ATTACHMENT_FILE)
        .where(ATTACHMENT_FILE.ORGANISATION_ID.eq(organisation))
        .and(before == null ? DSL.noCondition() : ATTACHMENT_FILE.ID.lt(before))
        .orderBy(ATTACHMENT_FILE.ID.desc())
        .limit(limit)
        .fetch(row ->
            new Attached(
                file(row), new Attachment.Subject(row.getSubjectKind(), row.getSubjectId())));
  }

  @Nullable Attachment find(Attachment.Subject subject, Id id) {
    AttachmentFileRecord row =
        sql.selectFrom(ATTACHMENT_FILE)
            .where(ATTACHMENT_FILE.ID.eq(id))
            .and(ATTACHMENT_FILE.SUBJECT_KIND.eq(subject.kind()))
            .and(ATTACHMENT_FILE.SUBJECT_ID.eq(subject.id()))
            .fetchOne();
    return row == null ? null : file(row);
  }

  /// @param line counts from 0
  byte @Nullable [] part(Id id, int line) {
    return sql.select(ATTACHMENT_PART.BYTES)
        .from(ATTACHMENT_PART)
        .where(ATTACHMENT_PART.FILE_ID.eq(id))
        .and(ATTACHMENT_PART.LINE.eq((short) line))
        .fetchOne(ATTACHMENT_PART.BYTES);
  }

  private static Attachment file(AttachmentFileRecord row) {
    return new Attachment(
        row.getId(),
        row.getOrganisationId(),
        row.getName(),
        row.getMediaType(),
        row.getSizeBytes(),
        row.getSha256(),
        row.getAttachedAt());
  }
}
