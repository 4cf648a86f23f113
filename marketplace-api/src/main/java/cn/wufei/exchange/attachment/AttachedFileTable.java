package cn.wufei.exchange.attachment;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// The files that the organisation has attached, and to what. Their contents are read where they
/// belong.
@Factory
class AttachedFileTable {

  @Singleton
  ExportTable<AttachmentStore.Attached> attachedFiles(AttachmentStore store) {
    return new OwnTable<>(
        new ExportTable.Title(800, "attached-files", "附件", "Attached files"),
        new Columns<AttachmentStore.Attached>()
            .id("id", "标识", "Id", row -> row.file().id())
            .text("name", "文件名", "Name", row -> row.file().name())
            .text("mediaType", "媒体类型", "Media type", row -> row.file().mediaType())
            .bytes("sizeBytes", "大小", "Size", row -> row.file().sizeBytes())
            .text("sha256", "SHA-256", "SHA-256", row -> row.file().sha256())
            .text("subjectKind", "所属类型", "Subject kind", row -> row.subject().kind())
            .id("subjectId", "所属标识", "Subject id", row -> row.subject().id())
            .time("attachedAt", "附加时间", "Attached", row -> row.file().attachedAt()),
        OwnTable.pieces(
            (caller, before, limit) -> store.page(caller.organisationId(), before, limit),
            row -> row.file().id()));
  }
}
