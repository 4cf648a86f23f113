package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.exchange.schedule.Schedule;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One side proposes to change terms of an agreement: a further version, which holds once both have
/// signed it. Until then nobody is bound by it: the other side may refuse it and the proposer take
/// it back, also after having signed.
@Singleton
class AmendAgreement {

  private final DocumentDesk desk;
  private final DocumentStore store;
  private final ComposeContent contents;
  private final BindingTerms binding;
  private final DocumentViews views;
  private final DocumentNotices notices;
  private final AuditLog audit;

  AmendAgreement(
      DocumentDesk desk,
      DocumentStore store,
      ComposeContent contents,
      BindingTerms binding,
      DocumentViews views,
      DocumentNotices notices,
      AuditLog audit) {
    this.desk = desk;
    this.store = store;
    this.contents = contents;
    this.binding = binding;
    this.views = views;
    this.notices = notices;
    this.audit = audit;
  }

  /// Checked in this order: [DocumentDesk], no version waits for signatures, one is signed, there
  /// are not as many as there can be, the hash of the signed one is the one stated, something
  /// changes, delivery does not end before it begins nor, where its end changes, before today or
  /// too far ahead, months that are stated hold ([Schedule]), no month with a quantity lies after
  /// delivery, [BindingTerms].
  Outcome<AgreementDocument> propose(Caller caller, Id agreementId, AmendmentDraft draft) {
    return desk.hold(caller, agreementId)
        .then(held -> {
          List<DocumentRow> rows = store.of(agreementId);
          if (rows.stream().anyMatch(row -> row.status().isOpen())) {
            return Outcome.refused(DocumentRefusal.VERSION_OPEN);
          }
          DocumentRow inForce =
              rows.stream()
                  .filter(row -> row.status() == DocumentStatus.SIGNED)
                  .findFirst()
                  .orElse(null);
          if (inForce == null) {
            return Outcome.refused(DocumentRefusal.DOCUMENT_NOT_SIGNED);
          }
          int last = rows.getFirst().number();
          if (last >= DocumentLimits.VERSIONS_MAX) {
            return Outcome.<AgreementDocument>refused(DocumentRefusal.VERSIONS_TOO_MANY)
                .with("versionsMax", DocumentLimits.VERSIONS_MAX);
          }
          WrittenContent written = store.content(inForce.id());
          if (!written.sha256().equals(draft.basedOn())) {
            return Outcome.refused(DocumentRefusal.HASH_DIFFERS, "basedOn");
          }
          AgreementContent before = contents.read(written);
          AgreementContent after =
              draft.amend(before, last + 1, written.sha256(), held.now(), contents::adjustment);
          return sound(before, after, held.now())
              .then(_ -> scheduled(draft, after))
              .then(_ -> binding.check(held.agreement(), before, after))
              .map(_ -> proposed(caller, held, after, draft));
        });
  }

  private static Outcome<AgreementContent> sound(
      AgreementContent before, AgreementContent after, Instant now) {
    List<DocumentVersion.Change> changes = Changes.between(before, after);
    if (changes.isEmpty()) {
      return Outcome.refused(DocumentRefusal.NOTHING_CHANGED);
    }
    boolean isMoved =
        changes.stream().anyMatch(change -> change.field().equals(Changes.DELIVER_TO));
    if (after.deliverTo().isBefore(after.deliverFrom())) {
      return Outcome.refused(DocumentRefusal.DELIVERY_REVERSED, Changes.DELIVER_TO);
    }
    LocalDate today = LocalCalendar.dayOf(now);
    if (isMoved && after.deliverTo().isBefore(today)) {
      return Outcome.refused(DocumentRefusal.DELIVERY_PAST, Changes.DELIVER_TO);
    }
    if (isMoved && after.deliverTo().isAfter(today.plusYears(DocumentLimits.DELIVERY_YEARS_MAX))) {
      return Outcome.refused(DocumentRefusal.DELIVERY_TOO_LATE, Changes.DELIVER_TO);
    }
    return Outcome.done(after);
  }

  private static Outcome<AgreementContent> scheduled(AmendmentDraft draft, AgreementContent after) {
    if (draft.months() != null
        && Schedule.check(
                after.months(), after.quantityKg(), after.deliverFrom(), after.deliverTo())
            instanceof Outcome.Refused<List<MonthQuantity>> refused) {
      return refused.as();
    }
    YearMonth last = YearMonth.from(after.deliverTo());
    return after.months().stream()
            .anyMatch(month -> month.quantityKg() > 0 && month.calendarMonth().isAfter(last))
        ? Outcome.refused(DocumentRefusal.MONTHS_OUTSIDE, Changes.DELIVER_TO)
        : Outcome.done(after);
  }

  private AgreementDocument proposed(
      Caller caller, DocumentDesk.Held held, AgreementContent content, AmendmentDraft draft) {
    String note = draft.note().strip();
    DocumentRow row =
        DocumentRow.made(
            held.agreement().id(),
            content.versionNumber(),
            new DocumentRow.Proposal(held.side(), caller.memberId(), note),
            held.now());
    WrittenContent written = contents.written(content);
    store.insert(row, written);
    var version = new DocumentDesk.HeldVersion(held, row);
    record(caller, "agreement-amendment-proposed", version, "sha256", written.sha256());
    notices.proposed(version, note);
    return view(caller, version);
  }

  Outcome<AgreementDocument> refuse(Caller caller, Id agreementId, int number, String reason) {
    return end(caller, agreementId, number, DocumentAct.REFUSE, reason)
        .map(version -> {
          notices.refused(version, reason);
          return view(caller, version);
        });
  }

  Outcome<AgreementDocument> withdraw(Caller caller, Id agreementId, int number) {
    return end(caller, agreementId, number, DocumentAct.WITHDRAW, null)
        .map(version -> {
          notices.withdrawn(version);
          return view(caller, version);
        });
  }

  /// Checked in this order: [DocumentDesk], the version waits for signatures, it is an amendment,
  /// the act is the caller's to do.
  private Outcome<DocumentDesk.HeldVersion> end(
      Caller caller, Id agreementId, int number, DocumentAct act, @Nullable String reason) {
    return desk.hold(caller, agreementId, number)
        .then(version ->
            version
                .after(act)
                .map(after -> {
                  store.update(version.row().next(after, version.now(), reason));
                  record(
                      caller,
                      "agreement-amendment-" + after.code(),
                      version,
                      "reason",
                      reason == null ? "" : reason);
                  return version;
                }));
  }

  private void record(
      Caller caller, String action, DocumentDesk.HeldVersion version, String name, String value) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("version", version.row().number());
    if (!value.isEmpty()) {
      facts.put(name, value);
    }
    audit.record(caller, action, "agreement", version.row().agreementId(), facts);
  }

  private AgreementDocument view(Caller caller, DocumentDesk.HeldVersion version) {
    return Objects.requireNonNull(views.of(caller, version.agreement()));
  }
}
