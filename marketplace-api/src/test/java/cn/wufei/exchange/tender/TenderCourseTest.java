package cn.wufei.exchange.tender;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.deal.Assay;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.haul.DistanceSource;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.LotVisibility;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderCourseTest {

  private static final Id TENDER = Id.of(1);
  private static final Id LOT = Id.of(2);
  private static final Id SELLER = Id.of(3);
  private static final Instant CLOSES = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant UNTIL = CLOSES.plus(Duration.ofHours(24));

  @Test
  void bids_close_at_their_instant_and_not_before() {
    TenderCourse course = course(1, null, sealed(10), sealed(11));

    assertThat(statusAt(course, justBefore(CLOSES))).isEqualTo(TenderStatus.OPEN);
    assertThat(statusAt(course, CLOSES)).isEqualTo(TenderStatus.OPENING);
    assertThat(course.at(CLOSES).tender().version()).isEqualTo(2);
  }

  @Test
  void with_too_few_bids_a_tender_fails_at_the_closing() {
    TenderCourse course = course(3, null, sealed(10), sealed(11));

    TenderCourse failed = course.at(UNTIL.plus(Duration.ofDays(90)));

    assertThat(failed.tender().status()).isEqualTo(TenderStatus.FAILED);
    assertThat(failed.tender().endedAt()).isEqualTo(CLOSES);
    assertThat(failed.bids()).extracting(BidRow::status).containsOnly(BidStatus.SEALED);
  }

  @Test
  void a_deposit_counts_when_it_was_confirmed_before_the_closing() {
    TenderCourse course =
        new TenderCourse(
            tender(1, 500_000L),
            List.of(sealed(10), sealed(11), sealed(12), sealed(13)),
            List.of(
                deposit(10, TenderDepositStatus.CONFIRMED, justBefore(CLOSES)),
                deposit(11, TenderDepositStatus.CONFIRMED, CLOSES),
                deposit(12, TenderDepositStatus.RECORDED, null),
                deposit(13, TenderDepositStatus.REJECTED, CLOSES.minusSeconds(60))));

    assertThat(course.secured()).extracting(BidRow::bidderId).containsExactly(Id.of(10));
    assertThat(course.at(UNTIL).bids())
        .extracting(course.at(UNTIL)::whyNot)
        .containsExactly(
            NotCounted.UNOPENED,
            NotCounted.NO_DEPOSIT,
            NotCounted.NO_DEPOSIT,
            NotCounted.NO_DEPOSIT);
    assertThat(statusAt(course, UNTIL)).isEqualTo(TenderStatus.FAILED);
  }

  @Test
  void without_a_deposit_where_one_is_asked_for_nobody_counts() {
    TenderCourse course = course(1, 500_000L, sealed(10));

    assertThat(statusAt(course, CLOSES)).isEqualTo(TenderStatus.FAILED);
  }

  @Test
  void an_opening_ends_when_its_hours_are_over_and_who_did_not_open_has_not() {
    TenderCourse course = course(2, null, opened(10, "90", 0), sealed(11)).at(CLOSES);

    assertThat(statusAt(course, justBefore(UNTIL))).isEqualTo(TenderStatus.OPENING);
    TenderCourse after = course.at(UNTIL);
    assertThat(after.tender().status()).isEqualTo(TenderStatus.AWARDING);
    assertThat(after.tender().awardUntil()).isEqualTo(UNTIL.plus(Duration.ofDays(5)));
    assertThat(after.tender().openedUntil()).isEqualTo(UNTIL);
    assertThat(after.bids())
        .extracting(BidRow::status)
        .containsExactly(BidStatus.OPENED, BidStatus.UNOPENED);
  }

  @Test
  void an_opening_ends_with_the_last_bid_that_counts() {
    TenderCourse course = course(2, null, opened(10, "90", 0), opened(11, "91", 0)).at(CLOSES);

    TenderCourse after = course.at(CLOSES.plusSeconds(60));

    assertThat(after.tender().status()).isEqualTo(TenderStatus.AWARDING);
    assertThat(after.tender().openedUntil()).isEqualTo(CLOSES.plusSeconds(11));
    assertThat(statusAt(course, CLOSES.plusSeconds(11).plus(Duration.ofDays(5))))
        .isEqualTo(TenderStatus.LAPSED);
    assertThat(statusAt(course, justBefore(CLOSES.plusSeconds(11).plus(Duration.ofDays(5)))))
        .isEqualTo(TenderStatus.AWARDING);
  }

  @Test
  void when_nobody_opens_or_all_are_below_the_least_price_a_tender_fails_after_the_opening() {
    assertThat(statusAt(course(1, null, sealed(10)), UNTIL)).isEqualTo(TenderStatus.FAILED);
    BidRow below = opened(10, "1", 0, BidStatus.BELOW_MINIMUM);
    TenderCourse course = course(1, null, below).at(CLOSES.plusSeconds(60));
    assertThat(course.tender().status()).isEqualTo(TenderStatus.FAILED);
    assertThat(course.tender().endedAt()).isEqualTo(CLOSES.plusSeconds(10));
    assertThat(course.tender().openedUntil()).isEqualTo(CLOSES.plusSeconds(10));
  }

  @Test
  void the_highest_price_is_the_best_and_of_equal_ones_that_sealed_earlier() {
    List<BidRow> bids = new ArrayList<>();
    bids.add(opened(10, "-5.00", 0));
    bids.add(opened(11, "7.10", 30));
    bids.add(opened(12, "7.1", 20));
    bids.add(opened(13, "7.10", 20));
    bids.add(opened(14, "99", 0, BidStatus.BELOW_MINIMUM));
    bids.add(sealed(15));
    TenderCourse course = new TenderCourse(tender(1, null), bids, List.of());

    assertThat(course.ranked())
        .extracting(bid -> bid.bidderId().value())
        .containsExactly(12L, 13L, 11L, 10L);
  }

  @Test
  void a_deposit_is_kept_of_the_winner_and_of_who_did_not_open() {
    TenderRow over =
        tender(1, 500_000L)
            .next(TenderStatus.OPENING, CLOSES, null)
            .next(TenderStatus.AWARDING, UNTIL, null)
            .awarded(Id.of(10), Id.of(99), UNTIL);
    Instant before = CLOSES.minusSeconds(1);
    List<TenderDepositRow> deposits =
        List.of(
            deposit(10, TenderDepositStatus.CONFIRMED, before),
            deposit(11, TenderDepositStatus.CONFIRMED, before),
            deposit(12, TenderDepositStatus.CONFIRMED, before),
            deposit(13, TenderDepositStatus.CONFIRMED, CLOSES),
            deposit(14, TenderDepositStatus.CONFIRMED, before));
    TenderCourse course =
        new TenderCourse(
            over,
            List.of(
                opened(10, "9", 0),
                opened(11, "8", 0),
                sealed(12).next(BidStatus.UNOPENED),
                sealed(13).next(BidStatus.UNOPENED)),
            deposits);

    assertThat(deposits)
        .extracting(course::mayKeep)
        .as("winner, loser, did not open, came too late, did not bid")
        .containsExactly(true, false, true, false, false);
  }

  private static TenderStatus statusAt(TenderCourse course, Instant now) {
    return course.at(now).tender().status();
  }

  private static Instant justBefore(Instant instant) {
    return instant.minus(1, ChronoUnit.MICROS);
  }

  private static TenderCourse course(
      int minimumBidders, @Nullable Long depositFen, BidRow... bids) {
    return new TenderCourse(tender(minimumBidders, depositFen), List.of(bids), List.of());
  }

  private static TenderRow tender(int minimumBidders, @Nullable Long depositFen) {
    return new TenderRow(
        TENDER,
        1,
        1,
        TenderStatus.OPEN,
        LOT,
        "水渣",
        Id.of(4),
        "granulated-bf-slag",
        SELLER,
        Id.of(5),
        LotVisibility.PUBLIC,
        new TenderTerms(
            50_000,
            new BigDecimal("-20"),
            minimumBidders,
            depositFen,
            CLOSES,
            24,
            5,
            List.of(),
            true,
            null,
            null,
            Side.BUYER,
            Assay.BUYER,
            new BigDecimal("5"),
            LocalDate.of(2026, 3, 10),
            LocalDate.of(2026, 3, 20),
            "密闭运输，不得沿途遗撒。",
            null),
        UNTIL,
        null,
        CLOSES.minus(Duration.ofDays(3)),
        null,
        null,
        null,
        null);
  }

  private static BidRow sealed(long bidder) {
    return new BidRow(
        Id.of(1000 + bidder),
        1,
        BidStatus.SEALED,
        TENDER,
        Id.of(bidder),
        Id.of(6),
        "0".repeat(64),
        null,
        new BidRow.Way(
            FreightMode.ROAD, DistanceSource.ESTIMATED, new BigDecimal("10"), new BigDecimal("9")),
        CLOSES.minus(Duration.ofDays(1)),
        null,
        null,
        null,
        null);
  }

  private static BidRow opened(long bidder, String price, int sealedLaterSeconds) {
    return opened(bidder, price, sealedLaterSeconds, BidStatus.OPENED);
  }

  /// Opened as many seconds after the closing as the number of its bidder.
  private static BidRow opened(
      long bidder, String price, int sealedLaterSeconds, BidStatus status) {
    BidRow bid = sealed(bidder);
    BidRow later =
        bid.replaced(
            bid.buyerSiteId(),
            new BidDraft(bid.commitment(), bid.buyerSiteId(), null),
            bid.way(),
            bid.sealedAt().plusSeconds(sealedLaterSeconds));
    return later.opened(status, new BigDecimal(price), "0".repeat(64), CLOSES.plusSeconds(bidder));
  }

  private static TenderDepositRow deposit(
      long payer, TenderDepositStatus status, @Nullable Instant answeredAt) {
    return new TenderDepositRow(
        Id.of(2000 + payer),
        2,
        status,
        TENDER,
        Id.of(payer),
        SELLER,
        500_000,
        "B-" + payer,
        LocalDate.of(2026, 3, 1),
        CLOSES.minus(Duration.ofDays(1)),
        answeredAt,
        null,
        null,
        null,
        null,
        null);
  }
}
