package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.attachment.ReceivedFile;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.identity.People;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A version that was signed on paper, outside of the exchange: one side records it, with a scan if
/// it likes, and the other confirms that this is what was signed. Both are said by people: a key
/// that may not sign must not say that it was signed.
@Singleton
class SignOnPaper {

  private final DocumentDesk desk;
  private final DocumentStore store;
  private final PaperStore papers;
  private final Attachments attachments;
  private final CompleteVersion complete;
  private final People people;
  private final DocumentViews views;
  private final DocumentNotices notices;
  private final AuditLog audit;

  SignOnPaper(
      DocumentDesk desk,
      DocumentStore store,
      PaperStore papers,
      Attachments attachments,
      CompleteVersion complete,
      People people,
      DocumentViews views,
      DocumentNotices notices,
      AuditLog audit) {
    this.desk = desk;
    this.store = store;
    this.papers = papers;
    this.attachments = attachments;
    this.complete = complete;
    this.people = people;
    this.views = views;
    this.notices = notices;
    this.audit = audit;
  }

  /// Checked in this order: [DocumentDesk], the version waits for signatures, none of its files has
  /// the same content, it has not as many as it can have.
  Outcome<Attachment> attach(Caller caller, Id agreementId, int number, ReceivedFile file) {
    return desk.hold(caller, agreementId, number)
        .then(version -> version.after(DocumentAct.RECORD_PAPER).map(_ -> version))
        .then(version ->
            attachments
                .add(caller, version.row().subject(), file)
                .map(attached -> {
                  record(
                      caller,
                      "agreement-scan-attached",
                      version,
                      Map.of("file", attached.name(), "fileSha256", attached.sha256()));
                  return attached;
                }));
  }

  /// Checked in this order: the caller is no key, [DocumentDesk], the version waits for signatures,
  /// its hash is the one stated, no other paper waits, there were not as many as there can be, the
  /// day of signing is not to come and not long before the agreement, the scan is one of the
  /// version's files, the caller may bind the firm alone to what an amendment says.
  Outcome<AgreementDocument> record(Caller caller, Id agreementId, int number, PaperDraft draft) {
    return people
        .only(caller)
        .then(_ -> desk.hold(caller, agreementId, number))
        .then(version ->
            version
                .after(DocumentAct.RECORD_PAPER)
                .then(_ -> recordable(version, draft))
                .then(_ -> complete.requireNoApproval(caller, version))
                .map(_ -> recorded(caller, version, draft)));
  }

  private Outcome<PaperDraft> recordable(DocumentDesk.HeldVersion version, PaperDraft draft) {
    Id document = version.row().id();
    if (!store.content(document).sha256().equals(draft.sha256())) {
      return Outcome.refused(DocumentRefusal.HASH_DIFFERS, "sha256");
    }
    List<PaperRow> recorded = papers.of(List.of(document)).getOrDefault(document, List.of());
    if (recorded.stream().anyMatch(paper -> paper.status() == PaperStatus.RECORDED)) {
      return Outcome.refused(DocumentRefusal.PAPER_WAITS);
    }
    if (recorded.size() >= DocumentLimits.PAPERS_MAX) {
      return Outcome.<PaperDraft>refused(DocumentRefusal.PAPERS_TOO_MANY)
          .with("papersMax", DocumentLimits.PAPERS_MAX);
    }
    if (draft.signedOn().isAfter(LocalCalendar.dayOf(version.now()))) {
      return Outcome.refused(DocumentRefusal.SIGNED_IN_THE_FUTURE, "signedOn");
    }
    LocalDate earliest =
        LocalCalendar.dayOf(version.agreement().acceptedAt())
            .minusDays(DocumentLimits.SIGNED_DAYS_BEFORE_MAX);
    if (draft.signedOn().isBefore(earliest)) {
      return Outcome.refused(DocumentRefusal.SIGNED_BEFORE_AGREED, "signedOn");
    }
    boolean isThere =
        draft.fileId() == null
            || attachments
                .of(DocumentRow.SUBJECT, List.of(document))
                .getOrDefault(document, List.of())
                .stream()
                .anyMatch(file -> file.id().equals(draft.fileId()));
    return isThere ? Outcome.done(draft) : Outcome.refused(DocumentRefusal.NO_SUCH_FILE, "fileId");
  }

  private AgreementDocument recorded(
      Caller caller, DocumentDesk.HeldVersion version, PaperDraft draft) {
    PaperRow paper =
        new PaperRow(
            Id.next(),
            PaperStatus.RECORDED,
            version.row().id(),
            version.side(),
            caller.memberId(),
            draft.externalNumber().strip(),
            draft.signedOn(),
            draft.fileId(),
            version.now(),
            null);
    papers.insert(paper);
    record(
        caller,
        "agreement-paper-recorded",
        version,
        Map.of(
            "externalNumber",
            paper.externalNumber(),
            "signedOn",
            paper.signedOn().toString(),
            "sha256",
            draft.sha256()));
    notices.paperRecorded(version, paper);
    return view(caller, version.agreement());
  }

  /// The other side says the same: both have signed. Refused first when a key asks, and last when
  /// the caller may not bind the firm alone or what is amended does not fit ([BindingTerms]).
  Outcome<AgreementDocument> confirm(Caller caller, Id agreementId, int number, Id paperId) {
    return people
        .only(caller)
        .then(_ -> answer(caller, agreementId, number, paperId, DocumentAct.CONFIRM_PAPER, null))
        .then(answered ->
            answered
                .version()
                .after(DocumentAct.CONFIRM_PAPER)
                .then(after ->
                    complete
                        .requireNoApproval(caller, answered.version())
                        .then(_ -> complete.handle(caller, answered.version(), after)))
                .map(agreement -> view(caller, agreement)));
  }

  Outcome<AgreementDocument> refuse(
      Caller caller, Id agreementId, int number, Id paperId, String reason) {
    return answer(caller, agreementId, number, paperId, DocumentAct.REFUSE_PAPER, reason)
        .map(answered -> {
          notices.paperRefused(answered.version(), answered.paper(), reason);
          return view(caller, answered.version().agreement());
        });
  }

  Outcome<AgreementDocument> withdraw(Caller caller, Id agreementId, int number, Id paperId) {
    return answer(caller, agreementId, number, paperId, DocumentAct.WITHDRAW_PAPER, null)
        .map(answered -> {
          notices.paperWithdrawn(answered.version(), answered.paper());
          return view(caller, answered.version().agreement());
        });
  }

  private record Answered(DocumentDesk.HeldVersion version, PaperRow paper) {}

  /// Checked in this order: [DocumentDesk], the version has such a paper, the version waits for
  /// signatures, the paper waits for an answer, which is the caller's to give.
  private Outcome<Answered> answer(
      Caller caller,
      Id agreementId,
      int number,
      Id paperId,
      DocumentAct act,
      @Nullable String reason) {
    return desk.hold(caller, agreementId, number)
        .then(version -> {
          PaperRow paper = papers.find(version.row().id(), paperId);
          if (paper == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
          }
          return version
              .after(DocumentAct.RECORD_PAPER)
              .then(_ ->
                  DocumentProcess.of(version.row().process())
                      .after(paper.status(), act, paper.actor(version.side())))
              .map(after -> {
                PaperRow answered =
                    paper.answered(
                        after, new PaperRow.Answer(version.now(), caller.memberId(), reason));
                papers.update(answered);
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("externalNumber", paper.externalNumber());
                if (reason != null) {
                  facts.put("reason", reason);
                }
                record(caller, "agreement-paper-" + after.code(), version, facts);
                return new Answered(version, answered);
              });
        });
  }

  private void record(
      Caller caller, String action, DocumentDesk.HeldVersion version, Map<String, Object> more) {
    Map<String, Object> facts = new LinkedHashMap<>(more);
    facts.put("version", version.row().number());
    audit.record(caller, action, "agreement", version.row().agreementId(), facts);
  }

  private AgreementDocument view(Caller caller, Agreement agreement) {
    return Objects.requireNonNull(views.of(caller, agreement));
  }
}
