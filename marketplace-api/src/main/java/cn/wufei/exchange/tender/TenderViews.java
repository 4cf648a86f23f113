package cn.wufei.exchange.tender;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Joins tenders with their parties, for one who reads them: what each may see is decided here.
@Singleton
@Connectable
class TenderViews {

  private final Organisations organisations;
  private final BidStore bids;

  TenderViews(Organisations organisations, BidStore bids) {
    this.organisations = organisations;
    this.bids = bids;
  }

  /// @param course as of now
  Tender of(Caller caller, TenderCourse course) {
    TenderRow tender = course.tender();
    TenderStatus status = tender.status();
    boolean isInsider = course.isInsider(caller);
    Id winner = isInsider ? tender.winnerId() : null;
    return new Tender(
        tender.id(),
        tender.version(),
        status,
        tender.lotId(),
        tender.lotTitle(),
        tender.materialKey(),
        organisation(tender.sellerId()),
        site(tender.sellerSiteId()),
        tender.terms(),
        tender.opensUntil(),
        tender.awardUntil(),
        tender.createdAt(),
        tender.endedAt(),
        isInsider ? tender.endReason() : null,
        winner == null ? null : organisation(winner),
        agreementFor(caller, tender),
        ownBidIn(caller, course),
        isInsider && status.showsBids() ? bidsFor(caller, course) : null,
        deposits(depositsFor(caller, course)),
        acts(caller, course));
  }

  List<TenderSummary> summaries(Caller caller, List<TenderCourse> courses) {
    Map<Id, OrganisationRef> sellers =
        organisations.findAll(
            courses.stream().map(course -> course.tender().sellerId()).distinct().toList());
    Map<Id, SiteRef> sites =
        organisations.findSites(
            courses.stream().map(course -> course.tender().sellerSiteId()).distinct().toList());
    return courses.stream()
        .map(course -> {
          TenderRow tender = course.tender();
          BidRow own = course.bidOf(caller.organisationId());
          return new TenderSummary(
              tender.id(),
              tender.status(),
              tender.lotId(),
              tender.lotTitle(),
              tender.materialKey(),
              Objects.requireNonNull(sellers.get(tender.sellerId())),
              Objects.requireNonNull(sites.get(tender.sellerSiteId())),
              tender.terms().quantityKg(),
              tender.terms().minimumPriceYuanPerT(),
              tender.terms().depositFen(),
              tender.terms().closesAt(),
              tender.opensUntil(),
              tender.awardUntil(),
              tender.createdAt(),
              tender.endedAt(),
              own == null ? null : own.status());
        })
        .toList();
  }

  /// @param course the tender in which it is
  OwnBid ownBid(TenderCourse course, BidRow bid) {
    return new OwnBid(
        bid.id(),
        bid.version(),
        bid.tenderId(),
        bid.status(),
        bid.commitment(),
        site(bid.buyerSiteId()),
        bid.message(),
        bid.way().mode(),
        bid.way().distanceKm(),
        bid.way().source(),
        bid.way().freightYuanPerT(),
        bid.sealedAt(),
        course.isSecured(bid),
        bid.openedAt(),
        bid.priceYuanPerT(),
        bid.nonce());
  }

  /// The caller's bid as of now, the last one where it was withdrawn.
  @Nullable OwnBid ownBidIn(Caller caller, TenderCourse course) {
    Id own = caller.organisationId();
    BidRow live = course.bidOf(own);
    BidRow bid = live == null ? bids.lastOf(course.tender().id(), own) : live;
    return bid == null ? null : ownBid(course, bid);
  }

  /// The bids as an insider sees them from the closing on; those that count first, the best first.
  /// Until the opening ends it is told that a bid was opened and not at which price: who read the
  /// prices of others could choose whether to open.
  List<TenderBid> bidsFor(Caller caller, TenderCourse course) {
    boolean isPastOpening = course.tender().status().isPastOpening();
    List<BidRow> ranked = isPastOpening ? course.ranked() : List.of();
    List<BidRow> order = new ArrayList<>(ranked);
    course.bids().stream().filter(bid -> !ranked.contains(bid)).forEach(order::add);
    Map<Id, OrganisationRef> bidders =
        organisations.findAll(order.stream().map(BidRow::bidderId).toList());
    Map<Id, SiteRef> sites =
        organisations.findSites(order.stream().map(BidRow::buyerSiteId).distinct().toList());
    boolean readsMessages = caller.maySee(course.tender().sellerId());
    return order.stream()
        .map(bid -> {
          boolean showsPrice = isPastOpening || bid.isOf(caller);
          NotCounted why = showsPrice || !course.isSecured(bid) ? course.whyNot(bid) : null;
          int rank = ranked.indexOf(bid) + 1;
          return new TenderBid(
              bid.id(),
              Objects.requireNonNull(bidders.get(bid.bidderId())),
              Objects.requireNonNull(sites.get(bid.buyerSiteId())),
              showsPrice || bid.openedAt() == null ? bid.status() : BidStatus.OPENED,
              bid.commitment(),
              bid.sealedAt(),
              readsMessages || bid.isOf(caller) ? bid.message() : null,
              bid.way().distanceKm(),
              bid.way().freightYuanPerT(),
              bid.openedAt(),
              showsPrice ? bid.priceYuanPerT() : null,
              showsPrice ? bid.nonce() : null,
              why == null,
              why,
              rank == 0 ? null : rank,
              bid.passedOver(),
              bid.bidderId().equals(course.tender().winnerId()));
        })
        .toList();
  }

  List<TenderDepositRow> depositsFor(Caller caller, TenderCourse course) {
    return caller.maySee(course.tender().sellerId())
        ? course.deposits()
        : course.deposits().stream().filter(deposit -> deposit.isParty(caller)).toList();
  }

  TenderDeposit deposit(TenderDepositRow deposit) {
    return deposits(List.of(deposit)).getFirst();
  }

  List<TenderDeposit> deposits(List<TenderDepositRow> deposits) {
    Map<Id, OrganisationRef> parties =
        organisations.findAll(
            deposits.stream()
                .flatMap(deposit -> Stream.of(deposit.payerId(), deposit.holderId()))
                .distinct()
                .toList());
    return deposits.stream()
        .map(deposit ->
            new TenderDeposit(
                deposit.id(),
                deposit.version(),
                deposit.tenderId(),
                deposit.status(),
                Objects.requireNonNull(parties.get(deposit.payerId())),
                Objects.requireNonNull(parties.get(deposit.holderId())),
                deposit.amountFen(),
                deposit.bankReference(),
                deposit.paidOn(),
                deposit.recordedAt(),
                deposit.answeredAt(),
                deposit.rejectionReason(),
                deposit.returnedAt(),
                deposit.releaseReference(),
                deposit.releasedOn(),
                deposit.forfeitReason()))
        .toList();
  }

  TenderRecord record(Caller caller, TenderCourse course) {
    TenderRow tender = course.tender();
    List<TenderBid> seen = bidsFor(caller, course);
    TenderRecord.Award award =
        seen.stream()
            .filter(TenderBid::won)
            .findFirst()
            .map(won ->
                new TenderRecord.Award(
                    won.id(),
                    won.bidder(),
                    Objects.requireNonNull(won.priceYuanPerT()),
                    tender.endedAt(),
                    agreementFor(caller, tender)))
            .orElse(null);
    return new TenderRecord(
        tender.id(),
        tender.status(),
        tender.lotId(),
        tender.lotTitle(),
        tender.materialKey(),
        organisation(tender.sellerId()),
        tender.terms(),
        tender.createdAt(),
        tender.openedUntil(),
        tender.endedAt(),
        tender.endReason(),
        Commitment.RULE,
        seen,
        award);
  }

  private static @Nullable Id agreementFor(Caller caller, TenderRow tender) {
    boolean isParty =
        caller.maySee(tender.sellerId()) || caller.organisationId().equals(tender.winnerId());
    return isParty ? tender.agreementId() : null;
  }

  private static List<TenderChoice> acts(Caller caller, TenderCourse course) {
    List<TenderChoice> acts = new ArrayList<>();
    TenderRow tender = course.tender();
    if (caller.may(Role.TRADER)) {
      if (tender.isOf(caller)) {
        addOfSeller(acts, course);
      } else {
        addOfBidder(acts, caller, course);
      }
    }
    if (course.isInsider(caller) && tender.status().isPastOpening()) {
      acts.add(TenderChoice.READ_RECORD);
    }
    return acts;
  }

  private static void addOfSeller(List<TenderChoice> acts, TenderCourse course) {
    switch (course.tender().status()) {
      case OPEN -> acts.add(TenderChoice.CANCEL);
      case AWARDING -> {
        acts.add(TenderChoice.AWARD);
        acts.add(TenderChoice.END);
      }
      case OPENING, AWARDED, FAILED, CANCELLED, ENDED, LAPSED -> {}
    }
    if (hasDeposit(course, TenderDepositStatus.RECORDED)) {
      acts.add(TenderChoice.ANSWER_DEPOSITS);
    }
    if (!course.tender().status().isLive() && hasDeposit(course, TenderDepositStatus.CONFIRMED)) {
      acts.add(TenderChoice.RETURN_DEPOSITS);
    }
  }

  private static void addOfBidder(List<TenderChoice> acts, Caller caller, TenderCourse course) {
    BidRow bid = course.bidOf(caller.organisationId());
    switch (course.tender().status()) {
      case OPEN -> {
        if (bid == null) {
          acts.add(TenderChoice.BID);
        } else {
          acts.add(TenderChoice.REPLACE);
          acts.add(TenderChoice.WITHDRAW);
        }
        if (course.tender().terms().depositFen() != null
            && course.depositOf(caller.organisationId()) == null) {
          acts.add(TenderChoice.RECORD_DEPOSIT);
        }
      }
      case OPENING -> {
        if (bid != null && bid.status() == BidStatus.SEALED && course.isSecured(bid)) {
          acts.add(TenderChoice.OPEN);
        }
      }
      case AWARDING, AWARDED, FAILED, CANCELLED, ENDED, LAPSED -> {}
    }
  }

  private static boolean hasDeposit(TenderCourse course, TenderDepositStatus status) {
    return course.deposits().stream().anyMatch(deposit -> deposit.status() == status);
  }

  private OrganisationRef organisation(Id id) {
    return Objects.requireNonNull(organisations.find(id));
  }

  private SiteRef site(Id id) {
    return Objects.requireNonNull(organisations.findSite(id));
  }
}
