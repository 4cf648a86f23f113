package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A tender with the bids and deposits in it, and what time makes of them. Whoever reads or does
/// something looks at it as of now ([#at]); the sweep writes down what that says.
///
/// @param bids those that were not withdrawn, in the order in which they came
/// @param asOf the moment at which it stands so; what is done about it is done then
record TenderCourse(
    TenderRow tender, List<BidRow> bids, List<TenderDepositRow> deposits, Instant asOf) {

  /// The highest price wins; of equal ones that which was sealed earlier.
  private static final Comparator<BidRow> BEST_FIRST =
      Comparator.comparing(
              (BidRow bid) -> Objects.requireNonNull(bid.priceYuanPerT()),
              Comparator.reverseOrder())
          .thenComparing(BidRow::sealedAt)
          .thenComparing(BidRow::id);

  TenderCourse {
    bids = List.copyOf(bids);
    deposits = List.copyOf(deposits);
  }

  /// As it is written down, which says nothing of now.
  TenderCourse(TenderRow tender, List<BidRow> bids, List<TenderDepositRow> deposits) {
    this(tender, bids, deposits, tender.createdAt());
  }

  /// What the clock does about a tender at a moment.
  record Step(TenderAct act, Instant at) {}

  /// The next thing that is due, the earliest first.
  @Nullable Step due(Instant now) {
    TenderTerms terms = tender.terms();
    return switch (tender.status()) {
      case OPEN ->
          now.isBefore(terms.closesAt())
              ? null
              : new Step(
                  secured().size() < terms.minimumBidders() ? TenderAct.FAIL : TenderAct.CLOSE,
                  terms.closesAt());
      case OPENING -> {
        Instant end = openingEnd();
        yield now.isBefore(end)
            ? null
            : new Step(ranked().isEmpty() ? TenderAct.FAIL : TenderAct.END_OPENING, end);
      }
      case AWARDING -> {
        Instant end = Objects.requireNonNull(tender.awardUntil());
        yield now.isBefore(end) ? null : new Step(TenderAct.LAPSE, end);
      }
      case AWARDED, FAILED, CANCELLED, ENDED, LAPSED -> null;
    };
  }

  /// The moment at which all bids that count were opened, or else the end of the hours.
  private Instant openingEnd() {
    List<BidRow> secured = secured();
    return secured.stream().anyMatch(bid -> bid.status() == BidStatus.SEALED)
        ? tender.opensUntil()
        : secured.stream()
            .map(BidRow::openedAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(tender.opensUntil());
  }

  /// The course after what the clock does. With the opening end the bids that nobody opened.
  TenderCourse after(Step step) {
    TenderStatus changed =
        switch (tender.rules().after(tender.status(), step.act(), TenderProcess.Actor.CLOCK)) {
          case Outcome.Done<TenderStatus>(TenderStatus status) -> status;
          case Outcome.Refused<TenderStatus> refused ->
              throw new IllegalStateException(refused.refusal().code());
        };
    boolean endsOpening = tender.status() == TenderStatus.OPENING;
    return new TenderCourse(
        tender.next(changed, step.at(), null),
        endsOpening ? bids.stream().map(this::missed).toList() : bids,
        deposits,
        asOf);
  }

  private BidRow missed(BidRow bid) {
    return tender
                .rules()
                .after(tender.status(), bid.status(), BidAct.MISS, TenderProcess.Actor.CLOCK)
            instanceof Outcome.Done<BidStatus>(BidStatus status)
        ? bid.next(status)
        : bid;
  }

  /// The course as it stands at a moment, whether or not that has been written down yet.
  TenderCourse at(Instant now) {
    TenderCourse reached = this;
    for (Step step = reached.due(now); step != null; step = reached.due(now)) {
      reached = reached.after(step);
    }
    return reached.asOf(now);
  }

  TenderCourse asOf(Instant now) {
    return new TenderCourse(tender, bids, deposits, now);
  }

  /// Whether the bid has its deposit where one is asked for. A deposit that is confirmed from the
  /// closing on comes too late.
  boolean isSecured(BidRow bid) {
    return tender.terms().depositFen() == null
        || deposits.stream()
            .anyMatch(deposit ->
                deposit.payerId().equals(bid.bidderId())
                    && deposit.isHeldBefore(tender.terms().closesAt()));
  }

  List<BidRow> secured() {
    return bids.stream().filter(this::isSecured).toList();
  }

  /// The bids that count after the opening, the best first.
  List<BidRow> ranked() {
    return secured().stream()
        .filter(bid -> bid.status() == BidStatus.OPENED)
        .sorted(BEST_FIRST)
        .toList();
  }

  /// Why a bid does not count, as far as that is decided.
  @Nullable NotCounted whyNot(BidRow bid) {
    if (!isSecured(bid)) {
      return NotCounted.NO_DEPOSIT;
    }
    return switch (bid.status()) {
      case UNOPENED -> NotCounted.UNOPENED;
      case BELOW_MINIMUM -> NotCounted.BELOW_MINIMUM;
      case SEALED, OPENED, WITHDRAWN -> null;
    };
  }

  @Nullable BidRow bidOf(Id bidder) {
    return bids.stream().filter(bid -> bid.bidderId().equals(bidder)).findFirst().orElse(null);
  }

  /// The deposit that was not rejected.
  @Nullable TenderDepositRow depositOf(Id payer) {
    return deposits.stream()
        .filter(deposit -> deposit.payerId().equals(payer))
        .filter(deposit -> deposit.status() != TenderDepositStatus.REJECTED)
        .findFirst()
        .orElse(null);
  }

  /// Whether the seller may keep a deposit: the winner's, or that of a bidder who did not open a
  /// bid that counted.
  boolean mayKeep(TenderDepositRow deposit) {
    BidRow bid = bidOf(deposit.payerId());
    return deposit.payerId().equals(tender.winnerId())
        || (bid != null && bid.status() == BidStatus.UNOPENED && isSecured(bid));
  }

  TenderCourse with(TenderRow changed) {
    return new TenderCourse(changed, bids, deposits, asOf);
  }

  /// The same with another state of a bid, or one bid more.
  TenderCourse with(BidRow changed) {
    List<BidRow> others = new ArrayList<>(bids);
    others.removeIf(bid -> bid.id().equals(changed.id()));
    if (changed.status() != BidStatus.WITHDRAWN) {
      others.add(changed);
      others.sort(Comparator.comparing(BidRow::id));
    }
    return new TenderCourse(tender, others, deposits, asOf);
  }

  TenderCourse with(TenderDepositRow changed) {
    List<TenderDepositRow> others = new ArrayList<>(deposits);
    others.removeIf(deposit -> deposit.id().equals(changed.id()));
    others.add(changed);
    others.sort(Comparator.comparing(TenderDepositRow::id));
    return new TenderCourse(tender, bids, others, asOf);
  }

  /// Whether the caller knows who has bid: the seller, whoever has a bid in it, the authorities.
  boolean isInsider(Caller caller) {
    return caller.maySee(tender.sellerId()) || bidOf(caller.organisationId()) != null;
  }
}
