package cn.wufei.exchange.tender;

import cn.wufei.exchange.approval.ActKind;
import cn.wufei.exchange.approval.Approval;
import cn.wufei.exchange.approval.Approvals;
import cn.wufei.exchange.approval.AskedAct;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.deal.offer.ConcludeSale;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.price.BindingSum;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/// The seller awards the sale to the best bid that counts. There is nothing to choose: who is
/// passed over is so because the organisation may not trade any more, and the record says so.
@Singleton
class AwardTender {

  private final Organisations organisations;
  private final TenderDesk desk;
  private final ConcludeSale conclude;
  private final TenderStore store;
  private final BidStore bids;
  private final TenderViews views;
  private final TenderNotices notices;
  private final BindingSum sums;
  private final Approvals approvals;
  private final AuditLog audit;

  AwardTender(
      Organisations organisations,
      TenderDesk desk,
      ConcludeSale conclude,
      TenderStore store,
      BidStore bids,
      TenderViews views,
      TenderNotices notices,
      BindingSum sums,
      Approvals approvals,
      AuditLog audit) {
    this.organisations = organisations;
    this.desk = desk;
    this.conclude = conclude;
    this.store = store;
    this.bids = bids;
    this.views = views;
    this.notices = notices;
    this.sums = sums;
    this.approvals = approvals;
    this.audit = audit;
  }

  /// Checked in this order: the organisation may trade, the tender is there, the caller is its
  /// seller, the opening has ended and nothing was decided since, the version is the present one,
  /// somebody whose bid counts may trade, the caller may bind the firm to that sum alone,
  /// [ConcludeSale]. Must run in a posting write.
  Outcome<Tender> handle(Caller caller, Id id, long version) {
    return best(caller, id, version)
        .then(best ->
            approvals
                .requireNone(caller, sumOf(best.terms()))
                .then(_ -> award(caller, best.course(), best.bid())));
  }

  /// Asks a second person to award it. Checked as for awarding it, up to the sum.
  Outcome<Approval> ask(Caller caller, Id id, long version) {
    return best(caller, id, version).then(best -> approvals.ask(caller, asked(best)));
  }

  /// The same as [#handle] on the word of a second person.
  Outcome<Tender> approved(Caller caller, Id id, long version) {
    return best(caller, id, version).then(best -> award(caller, best.course(), best.bid()));
  }

  /// Whether the tender, which is held from now on, is as it was when its award was asked for: in
  /// that version and, where it can be awarded at all, to that bidder. Who may trade changes
  /// without the tender.
  boolean stands(AskedAct asked) {
    AskedAct.Subject about = Objects.requireNonNull(asked.about());
    return desk.hold(about.id()) instanceof Outcome.Done<TenderCourse>(TenderCourse course)
        && course.tender().status() == TenderStatus.AWARDING
        && course.tender().version() == about.version()
        && !goesToAnother(course, asked);
  }

  private boolean goesToAnother(TenderCourse course, AskedAct asked) {
    return bestOf(course) instanceof Outcome.Done<Best>(Best best)
        && !best.bid().bidderId().equals(asked.partner());
  }

  private AskedAct asked(Best best) {
    TenderRow tender = best.course().tender();
    Terms terms = best.terms();
    return new AskedAct(
        ActKind.AWARD,
        new AskedAct.Subject(tender.id(), tender.version()),
        tender.lotTitle(),
        best.bid().bidderId(),
        terms.quantityKg(),
        terms.priceYuanPerT(),
        sumOf(terms),
        null,
        LocalCalendar.dayOf(Objects.requireNonNull(tender.awardUntil())));
  }

  private long sumOf(Terms terms) {
    return sums.fen(terms.quantityKg(), terms.priceYuanPerT(), terms.adjustments());
  }

  private Outcome<Best> best(Caller caller, Id id, long version) {
    return organisations
        .requireTrading(caller)
        .then(_ -> desk.holdOwn(caller, id, version, TenderAct.AWARD))
        .then(this::bestOf);
  }

  private Outcome<Best> bestOf(TenderCourse course) {
    TenderCourse left = course;
    for (BidRow bid : course.ranked()) {
      switch (conclude.mayBuy(bid.bidderId())) {
        case Outcome.Refused<OrganisationRef> refused ->
            left = left.with(bid.passedOver(refused.refusal().code()));
        case Outcome.Done<OrganisationRef> _ -> {
          return Outcome.done(new Best(left, bid));
        }
      }
    }
    return Outcome.refused(TenderRefusal.NO_BIDDER_MAY_TRADE);
  }

  private Outcome<Tender> award(Caller caller, TenderCourse course, BidRow best) {
    TenderRow tender = course.tender();
    BigDecimal price = Objects.requireNonNull(best.priceYuanPerT());
    return conclude
        .handle(caller, best.parties(tender), tender.terms().at(price))
        .map(agreement -> {
          TenderCourse after =
              course.with(tender.awarded(best.bidderId(), agreement.id(), course.asOf()));
          store.update(after.tender());
          approvals.overtake(tender.id());
          after.bids().stream().filter(bid -> bid.passedOver() != null).forEach(bids::update);
          audit.record(
              caller,
              "tender-awarded",
              TenderRow.SUBJECT,
              tender.id(),
              Map.of(
                  "bidId",
                  best.id().toString(),
                  "agreementId",
                  agreement.id().toString(),
                  "priceYuanPerT",
                  price,
                  "passedOver",
                  after.bids().stream()
                      .filter(bid -> bid.passedOver() != null)
                      .map(bid -> bid.id().toString())
                      .toList()));
          notices.awarded(after, best, agreement);
          return views.of(caller, after);
        });
  }

  /// @param course in which those before the bid are passed over
  private record Best(TenderCourse course, BidRow bid) {

    Terms terms() {
      return course.tender().terms().at(Objects.requireNonNull(bid.priceYuanPerT()));
    }
  }
}
