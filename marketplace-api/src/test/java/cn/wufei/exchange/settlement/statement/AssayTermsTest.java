package cn.wufei.exchange.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssayTermsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # base,  moisture, basis, impurity, basis, rule,          deduction
            30000, 12,       10,    ,         0,     EXCESS_POINTS, 600
            30000, 12,       10,    ,         0,     DRY_MATTER,    667
            30000, 9.5,      10,    ,         0,     EXCESS_POINTS, 0
            30000, 9.5,      10,    ,         0,     DRY_MATTER,    0
            30000, 10,       10,    0.5,      0.5,   EXCESS_POINTS, 0
            30000, 12,       10,    1.5,      0.5,   EXCESS_POINTS, 900
            30000, 12,       10,    1.5,      0.5,   DRY_MATTER,    967
            30000, ,         10,    2,        0,     EXCESS_POINTS, 600
            50,    11,       10,    ,         0,     EXCESS_POINTS, 1
            49,    11,       10,    ,         0,     EXCESS_POINTS, 0
            10000, 100,      0,     100,      0,     EXCESS_POINTS, 10000
            10000, 100,      99.99, ,         0,     DRY_MATTER,    10000
            0,     12,       10,    1,        0,     DRY_MATTER,    0
          """)
  void what_is_above_the_basis_is_deducted_and_rounded_once(
      long baseKg,
      @Nullable BigDecimal moisture,
      BigDecimal moistureBasis,
      @Nullable BigDecimal impurity,
      BigDecimal impurityBasis,
      DeductionRule rule,
      long deductionKg) {
    var terms = new AssayTerms(moisture, impurity, moistureBasis, impurityBasis, rule);

    assertThat(terms.deductionKg(baseKg)).isEqualTo(deductionKg);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # basis,    yuan,  payer,  accepted, fen
            PER_LOAD, 600,   BUYER,  30000,    60000
            PER_LOAD, 600,   SELLER, 30000,    -60000
            PER_T,    20.5,  BUYER,  30001,    61502
            PER_T,    20.5,  SELLER, 30001,    -61502
            PER_T,    0.01,  BUYER,  499,      0
            PER_T,    0.01,  SELLER, 500,      -1
          """)
  void freight_is_positive_when_the_buyer_pays_it_back(
      FreightTerms.Basis basis, BigDecimal yuan, Side payer, long acceptedKg, long fen) {
    assertThat(new FreightTerms(basis, yuan, payer).amountFen(acceptedKg)).isEqualTo(fen);
  }
}
