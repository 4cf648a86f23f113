package cn.wufei.exchange.bulk;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Imports of the caller's own organisation; nobody else sees them.
@Singleton
class SeeImports {

  private final ImportStore store;
  private final LineStore lines;
  private final Attachments attachments;

  SeeImports(ImportStore store, LineStore lines, Attachments attachments) {
    this.store = store;
    this.lines = lines;
    this.attachments = attachments;
  }

  Page<Import> page(Caller caller, @Nullable Id before, int limit) {
    Page<ImportRow> page =
        Page.ofSurplus(
            store.page(caller.organisationId(), before, limit + 1),
            limit,
            row -> row.id().toString());
    Map<Id, List<Attachment>> files =
        attachments.of(ImportRow.SUBJECT, page.items().stream().map(ImportRow::id).toList());
    return new Page<>(
        page.items().stream()
            .map(row -> Import.of(row, Objects.requireNonNull(files.get(row.id())).getFirst()))
            .toList(),
        page.next());
  }

  Outcome<Import> one(Caller caller, Id id) {
    return own(caller, id).map(row -> Import.of(row, fileOf(row)));
  }

  Outcome<Page<ImportLine>> lines(
      Caller caller, Id id, @Nullable LineResult result, @Nullable Long cursor, int limit) {
    return own(caller, id)
        .map(row -> {
          List<LineStore.Dealt> found =
              lines.page(
                  row,
                  result,
                  cursor == null ? null : ImportLine.Place.ofCursor(cursor),
                  limit + 1);
          Page<LineStore.Dealt> page =
              Page.ofSurplus(found, limit, dealt -> Long.toString(dealt.place().cursor()));
          return new Page<>(page.items().stream().map(LineStore.Dealt::line).toList(), page.next());
        });
  }

  Attachment fileOf(ImportRow row) {
    return Objects.requireNonNull(
            attachments.of(ImportRow.SUBJECT, List.of(row.id())).get(row.id()))
        .getFirst();
  }

  private Outcome<ImportRow> own(Caller caller, Id id) {
    ImportRow row = store.find(id);
    return Outcome.found(
        row != null && row.caller().organisationId().equals(caller.organisationId()) ? row : null);
  }
}
