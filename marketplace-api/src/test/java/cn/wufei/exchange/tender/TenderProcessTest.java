package cn.wufei.exchange.tender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.wufei.exchange.kernel.Outcome;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderProcessTest {

  static Stream<TenderProcess> versions() {
    return TenderProcess.VERSIONS.stream();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # state,    act,         the seller,     a bidder,       the clock
            OPEN,     CANCEL,      CANCELLED,      NOT_THE_SELLER, NOT_THE_SELLER
            OPEN,     CLOSE,       FORBIDDEN,      FORBIDDEN,      OPENING
            OPEN,     FAIL,        FORBIDDEN,      FORBIDDEN,      FAILED
            OPEN,     END_OPENING, NOT_OPENED_YET, NOT_OPENED_YET, NOT_OPENED_YET
            OPEN,     AWARD,       NOT_OPENED_YET, NOT_OPENED_YET, NOT_OPENED_YET
            OPEN,     END,         NOT_OPENED_YET, NOT_OPENED_YET, NOT_OPENED_YET
            OPEN,     LAPSE,       NOT_OPENED_YET, NOT_OPENED_YET, NOT_OPENED_YET
            OPENING,  CANCEL,      TENDER_CLOSED,  TENDER_CLOSED,  TENDER_CLOSED
            OPENING,  CLOSE,       TENDER_CLOSED,  TENDER_CLOSED,  TENDER_CLOSED
            OPENING,  FAIL,        FORBIDDEN,      FORBIDDEN,      FAILED
            OPENING,  END_OPENING, FORBIDDEN,      FORBIDDEN,      AWARDING
            OPENING,  AWARD,       NOT_OPENED_YET, NOT_OPENED_YET, NOT_OPENED_YET
            OPENING,  END,         NOT_OPENED_YET, NOT_OPENED_YET, NOT_OPENED_YET
            OPENING,  LAPSE,       NOT_OPENED_YET, NOT_OPENED_YET, NOT_OPENED_YET
            AWARDING, CANCEL,      TENDER_CLOSED,  TENDER_CLOSED,  TENDER_CLOSED
            AWARDING, CLOSE,       TENDER_CLOSED,  TENDER_CLOSED,  TENDER_CLOSED
            AWARDING, FAIL,        TENDER_CLOSED,  TENDER_CLOSED,  TENDER_CLOSED
            AWARDING, END_OPENING, TENDER_CLOSED,  TENDER_CLOSED,  TENDER_CLOSED
            AWARDING, AWARD,       AWARDED,        NOT_THE_SELLER, NOT_THE_SELLER
            AWARDING, END,         ENDED,          NOT_THE_SELLER, NOT_THE_SELLER
            AWARDING, LAPSE,       FORBIDDEN,      FORBIDDEN,      LAPSED
          """)
  void about_a_tender_each_does_what_is_his_to_do(
      TenderStatus from, TenderAct act, String bySeller, String byBidder, String byClock) {
    TenderProcess first = TenderProcess.of(1);

    assertThat(nameOf(first.after(from, act, TenderProcess.Actor.SELLER))).isEqualTo(bySeller);
    assertThat(nameOf(first.after(from, act, TenderProcess.Actor.BIDDER))).isEqualTo(byBidder);
    assertThat(nameOf(first.after(from, act, TenderProcess.Actor.CLOCK))).isEqualTo(byClock);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"OPEN", "OPENING", "AWARDING"})
  void nothing_can_be_done_about_a_tender_that_is_over(TenderStatus status) {
    assertThat(status.isLive()).isFalse();
    for (TenderAct act : TenderAct.values()) {
      for (TenderProcess.Actor actor : TenderProcess.Actor.values()) {
        assertThat(nameOf(TenderProcess.CURRENT.after(status, act, actor)))
            .isEqualTo(TenderRefusal.TENDER_OVER.name());
      }
    }
  }

  @Test
  void a_bid_comes_and_goes_while_bids_are_open_and_is_opened_in_the_opening() {
    for (TenderStatus tender : TenderStatus.values()) {
      for (BidStatus bid : BidStatus.values()) {
        for (BidAct act : BidAct.values()) {
          for (TenderProcess.Actor actor : TenderProcess.Actor.values()) {
            assertThat(nameOf(TenderProcess.of(1).after(tender, bid, act, actor)))
                .as(tender + " " + bid + " " + act + " " + actor)
                .isEqualTo(expected(tender, bid, act, actor));
          }
        }
      }
    }
  }

  private static String expected(
      TenderStatus tender, BidStatus bid, BidAct act, TenderProcess.Actor actor) {
    boolean isChange = act == BidAct.REPLACE || act == BidAct.WITHDRAW;
    if (tender != (isChange ? TenderStatus.OPEN : TenderStatus.OPENING)) {
      return isChange ? "BIDS_CLOSED" : "NOT_OPENING";
    }
    if (bid != BidStatus.SEALED) {
      return bid == BidStatus.WITHDRAWN ? "NO_BID" : "BID_OPENED";
    }
    boolean isMissed = act == BidAct.MISS;
    if (actor != (isMissed ? TenderProcess.Actor.CLOCK : TenderProcess.Actor.BIDDER)) {
      return "FORBIDDEN";
    }
    return switch (act) {
      case REPLACE -> "SEALED";
      case WITHDRAW -> "WITHDRAWN";
      case OPEN -> "OPENED";
      case OPEN_BELOW_MINIMUM -> "BELOW_MINIMUM";
      case MISS -> "UNOPENED";
    };
  }

  @ParameterizedTest
  @MethodSource("versions")
  void the_clock_leads_out_of_each_state_that_is_not_an_end(TenderProcess process) {
    for (TenderStatus status : TenderStatus.values()) {
      assertThat(
              process.transitions().stream()
                  .anyMatch(
                      each -> each.from() == status && each.actor() == TenderProcess.Actor.CLOCK))
          .as(status.code())
          .isEqualTo(status.isLive());
    }
    assertThat(process.transitions())
        .extracting(TenderProcess.Transition::act)
        .contains(TenderAct.values());
    assertThat(process.bidTransitions())
        .extracting(TenderProcess.BidTransition::act)
        .containsExactlyInAnyOrder(BidAct.values());
    assertThat(process.transitions())
        .extracting(TenderProcess.Transition::to)
        .as("each state but the first is reached")
        .containsOnly(
            Stream.of(TenderStatus.values())
                .filter(status -> status != TenderStatus.OPEN)
                .toArray(TenderStatus[]::new));
  }

  @ParameterizedTest
  @CsvSource({"1, PT15M", "4, PT1H", "12, PT3H", "24, PT3H", "168, PT3H"})
  void bidders_are_reminded_with_time_left(int openingHours, Duration before) {
    assertThat(TenderProcess.of(1).reminderBefore(openingHours)).isEqualTo(before);
  }

  @Test
  void a_version_that_never_was_is_no_process() {
    assertThat(TenderProcess.of(TenderProcess.CURRENT.version())).isSameAs(TenderProcess.CURRENT);
    assertThatIllegalArgumentException().isThrownBy(() -> TenderProcess.of(0));
  }

  private static <T extends Enum<T>> String nameOf(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T status) -> status.name();
      case Outcome.Refused<T> refused -> refused.refusal().name();
    };
  }
}
