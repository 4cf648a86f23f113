package cn.wufei.exchange.tender;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells the seller and the bidders of a tender what became of it, and both sides of a deposit what
/// the other did. Runs in the transaction of the act.
@Singleton
class TenderNotices {

  private final Organisations organisations;
  private final Notices notices;

  TenderNotices(Organisations organisations, Notices notices) {
    this.organisations = organisations;
    this.notices = notices;
  }

  /// What the clock did.
  void clock(TenderAct act, TenderCourse after) {
    switch (act) {
      case CLOSE -> closed(after);
      case FAIL -> notices.send(toAll("tender-failed", after, Map.of()));
      case END_OPENING ->
          notices.send(
              List.of(
                  toSeller(
                      "tender-award-due",
                      after,
                      Map.of(
                          "counting",
                          after.ranked().size(),
                          "awardUntil",
                          String.valueOf(after.tender().awardUntil())))));
      case LAPSE -> notices.send(toAll("tender-lapsed", after, Map.of()));
      case CANCEL, AWARD, END -> throw new IllegalArgumentException(act.code());
    }
  }

  private void closed(TenderCourse course) {
    Map<String, Object> until = Map.of("opensUntil", course.tender().opensUntil().toString());
    List<NewNotice> told = new ArrayList<>();
    for (BidRow bid : course.bids()) {
      told.add(
          course.isSecured(bid)
              ? toBidder("tender-closed", course, bid, until)
              : toBidder("tender-bid-not-counted", course, bid, Map.of()));
    }
    Map<String, Object> counts = new LinkedHashMap<>(until);
    counts.put("bids", course.bids().size());
    counts.put("counting", course.secured().size());
    told.add(toSeller("tender-closed-own", course, counts));
    notices.send(told);
  }

  /// To bidders who have a bid to open still.
  void reminder(TenderCourse course) {
    Map<String, Object> until = Map.of("opensUntil", course.tender().opensUntil().toString());
    notices.send(
        course.secured().stream()
            .filter(bid -> bid.status() == BidStatus.SEALED)
            .map(bid -> toBidder("tender-open-reminder", course, bid, until))
            .toList());
  }

  void cancelled(TenderCourse course, String reason) {
    notices.send(toBidders("tender-cancelled", course, Map.of("reason", reason)));
  }

  void ended(TenderCourse course, String reason) {
    notices.send(toBidders("tender-ended", course, Map.of("reason", reason)));
  }

  void awarded(TenderCourse course, BidRow winner, Agreement agreement) {
    List<NewNotice> told = new ArrayList<>();
    for (BidRow bid : course.bids()) {
      if (bid.id().equals(winner.id())) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("priceYuanPerT", agreement.priceYuanPerT());
        facts.put("agreementNumber", agreement.number());
        NewNotice notice = toBidder("tender-awarded", course, bid, facts);
        Map<String, Id> subjects = new LinkedHashMap<>(notice.subjects());
        subjects.put("agreement", agreement.id());
        told.add(
            new NewNotice(
                notice.organisationId(), notice.kind(), notice.event(), subjects, notice.facts()));
      } else {
        told.add(toBidder("tender-not-won", course, bid, Map.of()));
      }
    }
    notices.send(told);
  }

  void depositRecorded(TenderRow tender, TenderDepositRow deposit) {
    deposit("tender-deposit-recorded", tender, deposit, deposit.holderId(), null);
  }

  void depositAnswered(TenderRow tender, TenderDepositRow deposit) {
    deposit(
        "tender-deposit-" + deposit.status().code(),
        tender,
        deposit,
        deposit.payerId(),
        deposit.rejectionReason() == null ? deposit.forfeitReason() : deposit.rejectionReason());
  }

  private void deposit(
      String kind,
      TenderRow tender,
      TenderDepositRow deposit,
      Id receiver,
      @Nullable String reason) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("lotTitle", tender.lotTitle());
    addPartner(facts, receiver.equals(deposit.payerId()) ? deposit.holderId() : deposit.payerId());
    facts.put("amountFen", deposit.amountFen());
    if (reason != null) {
      facts.put("reason", reason);
    }
    notices.send(
        List.of(
            new NewNotice(
                receiver, kind, "tender-deposit:" + deposit.id(), subjects(tender), facts)));
  }

  private List<NewNotice> toAll(String kind, TenderCourse course, Map<String, Object> facts) {
    List<NewNotice> told = new ArrayList<>(toBidders(kind, course, facts));
    told.add(toSeller(kind, course, facts));
    return told;
  }

  private List<NewNotice> toBidders(String kind, TenderCourse course, Map<String, Object> facts) {
    return course.bids().stream().map(bid -> toBidder(kind, course, bid, facts)).toList();
  }

  private NewNotice toBidder(
      String kind, TenderCourse course, BidRow bid, Map<String, Object> facts) {
    Map<String, Object> all = of(course.tender());
    addPartner(all, course.tender().sellerId());
    all.putAll(facts);
    return notice(bid.bidderId(), kind, course.tender(), all);
  }

  private static NewNotice toSeller(String kind, TenderCourse course, Map<String, Object> facts) {
    Map<String, Object> all = of(course.tender());
    all.putAll(facts);
    return notice(course.tender().sellerId(), kind, course.tender(), all);
  }

  private static NewNotice notice(
      Id receiver, String kind, TenderRow tender, Map<String, Object> facts) {
    return new NewNotice(receiver, kind, "tender:" + tender.id(), subjects(tender), facts);
  }

  private static Map<String, Id> subjects(TenderRow tender) {
    Map<String, Id> subjects = new LinkedHashMap<>();
    subjects.put("tender", tender.id());
    subjects.put("lot", tender.lotId());
    return subjects;
  }

  private static Map<String, Object> of(TenderRow tender) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("lotTitle", tender.lotTitle());
    facts.put("quantityKg", tender.terms().quantityKg());
    return facts;
  }

  private void addPartner(Map<String, Object> facts, Id partner) {
    OrganisationRef organisation = organisations.find(partner);
    if (organisation != null) {
      facts.put("partner", organisation.name());
      if (organisation.nameEn() != null) {
        facts.put("partnerEn", organisation.nameEn());
      }
    }
  }
}
