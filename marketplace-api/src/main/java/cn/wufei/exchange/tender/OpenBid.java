package cn.wufei.exchange.tender;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;

/// A bidder opens what was sealed. An organisation that was suspended may still do so; the award
/// passes it over.
@Singleton
class OpenBid {

  private final TenderDesk desk;
  private final BidStore store;
  private final TenderViews views;
  private final AuditLog audit;

  OpenBid(TenderDesk desk, BidStore store, TenderViews views, AuditLog audit) {
    this.desk = desk;
    this.store = store;
    this.views = views;
    this.audit = audit;
  }

  /// Checked in this order: the tender is there for the caller, it has a bid in it, the opening
  /// goes on, the bid is still sealed, it counts, price and nonce are those that were sealed. With
  /// the last bid that counts the opening ends.
  Outcome<OwnBid> handle(Caller caller, Id id, BidOpening opening) {
    return desk.hold(caller, id)
        .then(course -> {
          BidRow bid = course.bidOf(caller.organisationId());
          return bid == null
              ? Outcome.refused(BidRefusal.NO_BID)
              : opened(course, bid, opening)
                  .map(open -> {
                    store.update(open);
                    audit.record(
                        caller,
                        "bid-opened",
                        BidRow.SUBJECT,
                        open.id(),
                        Map.of(
                            "tenderId",
                            id.toString(),
                            "priceYuanPerT",
                            opening.price(),
                            "status",
                            open.status().code()));
                    TenderCourse after = desk.settle(course.with(open), course.asOf());
                    return views.ownBid(
                        after, Objects.requireNonNull(after.bidOf(caller.organisationId())));
                  });
        });
  }

  private static Outcome<BidRow> opened(TenderCourse course, BidRow bid, BidOpening opening) {
    TenderRow tender = course.tender();
    BidAct act =
        tender.terms().isBelowMinimum(opening.price()) ? BidAct.OPEN_BELOW_MINIMUM : BidAct.OPEN;
    return tender
        .rules()
        .after(tender.status(), bid.status(), act, TenderProcess.Actor.BIDDER)
        .then(status -> {
          if (!course.isSecured(bid)) {
            return Outcome.refused(BidRefusal.DEPOSIT_NOT_CONFIRMED);
          }
          String sealed =
              Commitment.of(tender.id(), bid.bidderId(), opening.price(), opening.nonce());
          return sealed.equals(bid.commitment())
              ? Outcome.done(bid.opened(status, opening.price(), opening.nonce(), course.asOf()))
              : Outcome.refused(BidRefusal.COMMITMENT_MISMATCH, "priceYuanPerT");
        });
  }
}
