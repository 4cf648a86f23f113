package cn.wufei.exchange.deal.offer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Outcome;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferAnswerTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # answer,  by the proposer, by the other side
            ACCEPT,   NOT_YOUR_TURN,   ACCEPTED
            DECLINE,  NOT_YOUR_TURN,   DECLINED
            COUNTER,  NOT_YOUR_TURN,   COUNTERED
            WITHDRAW, WITHDRAWN,       NOT_YOUR_OFFER
          """)
  void an_open_offer_is_answered_by_the_right_side(
      OfferAnswer answer, String byProposer, String byOther) {
    for (Side proposer : Side.values()) {
      Side other = proposer == Side.SELLER ? Side.BUYER : Side.SELLER;

      assertThat(nameOf(answer.to(OfferStatus.OPEN, proposer, proposer))).isEqualTo(byProposer);
      assertThat(nameOf(answer.to(OfferStatus.OPEN, proposer, other))).isEqualTo(byOther);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
  void an_answered_offer_takes_no_further_answer(OfferStatus status) {
    for (OfferAnswer answer : OfferAnswer.values()) {
      for (Side actor : Side.values()) {
        assertThat(nameOf(answer.to(status, Side.BUYER, actor)))
            .isEqualTo(OfferRefusal.OFFER_NOT_OPEN.name());
      }
    }
  }

  @Test
  void every_answer_ends_the_offer() {
    for (OfferAnswer answer : OfferAnswer.values()) {
      Side actor = answer == OfferAnswer.WITHDRAW ? Side.SELLER : Side.BUYER;

      assertThat(nameOf(answer.to(OfferStatus.OPEN, Side.SELLER, actor)))
          .isNotEqualTo(OfferStatus.OPEN.name());
    }
  }

  private static String nameOf(Outcome<OfferStatus> outcome) {
    return switch (outcome) {
      case Outcome.Done<OfferStatus>(OfferStatus status) -> status.name();
      case Outcome.Refused<OfferStatus> refused -> refused.refusal().name();
    };
  }
}
