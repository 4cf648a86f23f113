package cn.wufei.exchange.tender;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The vectors were worked out by another program, as a bidder's browser does it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommitmentTest {

  private static final String NONCE = "0123456789abcdef".repeat(4);
  private static final Id TENDER = Id.parse("01J0000000001");
  private static final Id BIDDER = Id.parse("01J0000000002");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0123456789ABC, 0CBA987654321, -12.5,  0,                caf03025ff5ac74056264de667df42194d4045572ab6efbfaccdf979ef641532
          01J0000000001, 01J0000000002, 0,      f,                65d6eb573c0645349ad9b78760eb964c15b698707e1d96034232ef8cc52392a4
          01J0000000001, 01J0000000002, 100000, 0123456789abcdef, 0120406f3eecdad756c794ccf43fb0d2958f1e76c37d7aef2346fd325f6ee521
          01J0000000001, 01J0000000002, 85.1,   0123456789abcdef, ed578824b3abccd0c48e8629377910b3a5a7a721ac6538156389b33c48a30da8
          """)
  void a_commitment_is_what_everybody_works_out(
      String tender, String bidder, BigDecimal price, String repeated, String commitment) {
    String nonce = repeated.repeat(64 / repeated.length());

    assertThat(Commitment.of(Id.parse(tender), Id.parse(bidder), price, nonce))
        .isEqualTo(commitment)
        .matches(TenderLimits.HEX);
  }

  @Test
  void how_a_price_is_written_does_not_matter() {
    Set<String> commitments =
        Stream.of("85", "85.0", "85.00")
            .map(price -> Commitment.of(TENDER, BIDDER, new BigDecimal(price), NONCE))
            .collect(Collectors.toSet());

    assertThat(commitments).hasSize(1);
    assertThat(Commitment.of(TENDER, BIDDER, new BigDecimal("0.00").negate(), NONCE))
        .isEqualTo(Commitment.of(TENDER, BIDDER, BigDecimal.ZERO, NONCE));
  }

  @Test
  void each_part_is_sealed() {
    BigDecimal price = new BigDecimal("85.10");

    assertThat(
            Stream.of(
                Commitment.of(TENDER, BIDDER, price, NONCE),
                Commitment.of(BIDDER, BIDDER, price, NONCE),
                Commitment.of(TENDER, TENDER, price, NONCE),
                Commitment.of(TENDER, BIDDER, new BigDecimal("85.11"), NONCE),
                Commitment.of(TENDER, BIDDER, price.negate(), NONCE),
                Commitment.of(TENDER, BIDDER, price, "0".repeat(64))))
        .doesNotHaveDuplicates();
  }
}
