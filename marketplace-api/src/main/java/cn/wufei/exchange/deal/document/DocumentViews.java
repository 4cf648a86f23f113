package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.AgreementStatus;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.People;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Joins the versions of an agreement with what they say, who signed them and what of it happened
/// on paper, for one who reads them.
@Singleton
class DocumentViews {

  private final DocumentStore store;
  private final PaperStore papers;
  private final Attachments attachments;
  private final Organisations organisations;
  private final People people;
  private final ComposeContent contents;

  DocumentViews(
      DocumentStore store,
      PaperStore papers,
      Attachments attachments,
      Organisations organisations,
      People people,
      ComposeContent contents) {
    this.store = store;
    this.papers = papers;
    this.attachments = attachments;
    this.organisations = organisations;
    this.people = people;
    this.contents = contents;
  }

  /// Nothing while nothing is written down.
  @Nullable AgreementDocument of(Caller caller, Agreement agreement) {
    List<DocumentRow> rows = store.of(agreement.id());
    if (rows.isEmpty()) {
      return null;
    }
    Parts parts = partsOf(agreement, rows);
    List<DocumentVersion> versions = rows.stream().map(row -> version(row, parts)).toList();
    return new AgreementDocument(
        agreement.id(),
        agreement.number(),
        agreement.status(),
        agreement.endReason(),
        agreement.version(),
        agreement.sideOf(caller.organisationId()),
        numberOf(rows, DocumentStatus.SIGNED),
        rows.stream()
            .filter(row -> row.status().isOpen())
            .map(DocumentRow::number)
            .findFirst()
            .orElse(null),
        actsOf(caller, agreement, rows, parts),
        versions);
  }

  private static @Nullable Integer numberOf(List<DocumentRow> rows, DocumentStatus status) {
    return rows.stream()
        .filter(row -> row.status() == status)
        .map(DocumentRow::number)
        .findFirst()
        .orElse(null);
  }

  private record Parts(
      Map<Id, WrittenContent> written,
      Map<String, AgreementContent> bySha256,
      Map<Id, List<SignatureRow>> signatures,
      Map<Id, List<PaperRow>> papers,
      Map<Id, List<Attachment>> files,
      Map<Id, String> names) {

    WrittenContent writtenOf(Id document) {
      return Objects.requireNonNull(written.get(document));
    }

    AgreementContent contentOf(Id document) {
      return Objects.requireNonNull(bySha256.get(writtenOf(document).sha256()));
    }

    List<SignatureRow> signaturesOf(Id document) {
      return signatures.getOrDefault(document, List.of());
    }

    List<PaperRow> papersOf(Id document) {
      return papers.getOrDefault(document, List.of());
    }

    String nameOf(Id member) {
      return names.getOrDefault(member, "");
    }
  }

  private Parts partsOf(Agreement agreement, List<DocumentRow> rows) {
    List<Id> ids = rows.stream().map(DocumentRow::id).toList();
    Map<Id, WrittenContent> written = store.contents(ids);
    Map<String, AgreementContent> bySha256 = new HashMap<>();
    written.values().forEach(each -> bySha256.put(each.sha256(), contents.read(each)));
    Map<Id, List<SignatureRow>> signatures = store.signatures(ids);
    Map<Id, List<PaperRow>> recorded = papers.of(ids);
    Set<Id> members = new HashSet<>();
    rows.stream()
        .map(DocumentRow::proposal)
        .filter(Objects::nonNull)
        .forEach(proposal -> members.add(proposal.memberId()));
    signatures.values().forEach(all -> all.forEach(each -> members.add(each.memberId())));
    recorded
        .values()
        .forEach(all ->
            all.forEach(each -> {
              members.add(each.recordedBy());
              if (each.answer() != null) {
                members.add(each.answer().memberId());
              }
            }));
    return new Parts(
        written,
        bySha256,
        signatures,
        recorded,
        attachments.of(DocumentRow.SUBJECT, ids),
        organisations.actorNames(
            members, List.of(agreement.seller().id(), agreement.buyer().id())));
  }

  private static DocumentVersion version(DocumentRow row, Parts parts) {
    WrittenContent written = parts.writtenOf(row.id());
    AgreementContent content = parts.contentOf(row.id());
    AgreementContent before =
        content.previousSha256() == null ? null : parts.bySha256().get(content.previousSha256());
    DocumentRow.Proposal proposal = row.proposal();
    return new DocumentVersion(
        row.number(),
        row.status(),
        written.sha256(),
        written.sizeBytes(),
        row.madeAt(),
        proposal == null ? null : proposal.side(),
        proposal == null ? null : parts.nameOf(proposal.memberId()),
        proposal == null ? null : proposal.note(),
        before == null ? List.of() : Changes.between(before, content),
        parts.signaturesOf(row.id()).stream()
            .map(each ->
                new DocumentVersion.Signature(
                    each.side(),
                    parts.nameOf(each.memberId()),
                    content.party(each.side()).name(),
                    each.signedAt()))
            .toList(),
        parts.papersOf(row.id()).stream().map(each -> paper(each, parts)).toList(),
        parts.files().getOrDefault(row.id(), List.of()),
        row.endedAt(),
        row.endReason(),
        content);
  }

  private static DocumentVersion.Paper paper(PaperRow row, Parts parts) {
    PaperRow.Answer answer = row.answer();
    return new DocumentVersion.Paper(
        row.id(),
        row.status(),
        row.recorder(),
        parts.nameOf(row.recordedBy()),
        row.externalNumber(),
        row.signedOn(),
        row.fileId(),
        row.recordedAt(),
        answer == null ? null : answer.at(),
        answer == null ? null : parts.nameOf(answer.memberId()),
        answer == null ? null : answer.reason());
  }

  private List<DocumentAct> actsOf(
      Caller caller, Agreement agreement, List<DocumentRow> rows, Parts parts) {
    List<DocumentAct> acts = actsOfSide(caller, agreement, rows, parts);
    boolean isForPeople = acts.stream().anyMatch(DocumentAct::isForPeople);
    return isForPeople && people.only(caller) instanceof Outcome.Refused<Caller>
        ? acts.stream().filter(act -> !act.isForPeople()).toList()
        : acts;
  }

  private static List<DocumentAct> actsOfSide(
      Caller caller, Agreement agreement, List<DocumentRow> rows, Parts parts) {
    Side side = agreement.sideOf(caller.organisationId());
    if (side == null || !caller.may(Role.TRADER) || agreement.status() != AgreementStatus.ACTIVE) {
      return List.of();
    }
    DocumentRow newest = rows.getFirst();
    if (!newest.status().isOpen()) {
      return rows.stream().anyMatch(row -> row.status() == DocumentStatus.SIGNED)
          ? List.of(DocumentAct.AMEND)
          : List.of();
    }
    List<DocumentAct> acts = new ArrayList<>(signing(side, newest, parts));
    for (DocumentAct act : List.of(DocumentAct.REFUSE, DocumentAct.WITHDRAW)) {
      if (DocumentProcess.of(newest.process()).after(newest.status(), act, newest.actor(side))
          instanceof Outcome.Done<DocumentStatus>) {
        acts.add(act);
      }
    }
    return acts;
  }

  private static List<DocumentAct> signing(Side side, DocumentRow open, Parts parts) {
    PaperRow waiting =
        parts.papersOf(open.id()).stream()
            .filter(each -> each.status() == PaperStatus.RECORDED)
            .findFirst()
            .orElse(null);
    if (waiting != null) {
      return waiting.recorder() == side
          ? List.of(DocumentAct.WITHDRAW_PAPER)
          : List.of(DocumentAct.CONFIRM_PAPER, DocumentAct.REFUSE_PAPER);
    }
    boolean hasSigned =
        parts.signaturesOf(open.id()).stream().anyMatch(each -> each.side() == side);
    return hasSigned
        ? List.of(DocumentAct.RECORD_PAPER)
        : List.of(DocumentAct.SIGN, DocumentAct.RECORD_PAPER);
  }
}
