package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Joins drafts with the names of who wrote them.
@Singleton
class DraftViews {

  private final Organisations organisations;
  private final DraftContents contents;

  DraftViews(Organisations organisations, DraftContents contents) {
    this.organisations = organisations;
    this.contents = contents;
  }

  SavedDraft of(DraftRow row) {
    return view(row, names(List.of(row)), true);
  }

  /// Without their content.
  List<SavedDraft> listed(List<DraftRow> rows) {
    Map<Id, String> names = names(rows);
    return rows.stream().map(row -> view(row, names, false)).toList();
  }

  private Map<Id, String> names(List<DraftRow> rows) {
    return organisations.memberNames(
        rows.stream()
            .flatMap(row ->
                Stream.of(
                    row.authorId(), row.submission() == null ? null : row.submission().memberId()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  private SavedDraft view(DraftRow row, Map<Id, String> names, boolean whole) {
    DraftRow.Submission submission = row.submission();
    return new SavedDraft(
        row.id(),
        row.version(),
        row.status(),
        row.lotId(),
        row.title(),
        whole ? contents.contentOf(row.content()) : null,
        names.getOrDefault(row.authorId(), ""),
        submission == null ? null : names.get(submission.memberId()),
        submission == null ? null : submission.at(),
        row.returnReason(),
        row.createdAt(),
        row.changedAt());
  }
}
