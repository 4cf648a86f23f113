package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    DraftHead head = row.head();
    return view(head, names(List.of(head)), contents.contentOf(row.content()));
  }

  /// Without their content.
  List<SavedDraft> listed(List<DraftHead> heads) {
    Map<Id, String> names = names(heads);
    return heads.stream().map(head -> view(head, names, null)).toList();
  }

  private Map<Id, String> names(List<DraftHead> heads) {
    return organisations.actorNames(
        heads.stream()
            .flatMap(head ->
                Stream.of(
                    head.authorId(),
                    head.submission() == null ? null : head.submission().memberId()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()),
        heads.stream().map(DraftHead::organisationId).collect(Collectors.toSet()));
  }

  private static SavedDraft view(
      DraftHead head, Map<Id, String> names, @Nullable Map<String, Object> content) {
    DraftHead.Submission submission = head.submission();
    return new SavedDraft(
        head.id(),
        head.version(),
        head.status(),
        head.lotId(),
        head.title(),
        content,
        names.getOrDefault(head.authorId(), ""),
        submission == null ? null : names.get(submission.memberId()),
        submission == null ? null : submission.at(),
        head.returnReason(),
        head.createdAt(),
        head.changedAt());
  }
}
