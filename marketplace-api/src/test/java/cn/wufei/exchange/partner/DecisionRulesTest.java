package cn.wufei.exchange.partner;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Outcome;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          APPROVED, ,     2026-05-10, ,     APPROVAL_NUMBER_MISSING, approvalNumber
          APPROVED, A-1,  ,           ,     VALID_TO_MISSING,        validTo
          APPROVED, A-1,  2026-05-09, ,     VALID_TO_OVER,           validTo
          BLOCKED,  A-1,  2026-05-10, ' ',  REASON_MISSING,          reason
          """)
  void what_a_decision_lacks_is_named(
      PartnerStanding standing,
      String number,
      LocalDate validTo,
      String reason,
      PartnerRefusal refusal,
      String field) {
    Outcome<DecisionDraft> checked =
        DecisionRules.check(new DecisionDraft(standing, number, validTo, null, reason), TODAY);

    assertThat(checked).isEqualTo(Outcome.refused(refusal, field));
  }

  @Test
  void an_approval_may_end_today() {
    DecisionDraft draft =
        new DecisionDraft(PartnerStanding.APPROVED, " A-1 ", TODAY, "汽车运输", "不属于此");

    assertThat(DecisionRules.check(draft, TODAY))
        .isEqualTo(
            Outcome.done(new DecisionDraft(PartnerStanding.APPROVED, "A-1", TODAY, "汽车运输", null)));
  }

  @Test
  void of_a_block_only_the_reason_is_kept_and_what_is_taken_back_needs_none() {
    DecisionDraft block = new DecisionDraft(PartnerStanding.BLOCKED, "A-1", TODAY, "范围", "拖欠货款");
    DecisionDraft back = new DecisionDraft(PartnerStanding.NONE, "A-1", TODAY, "范围", null);

    assertThat(DecisionRules.check(block, TODAY))
        .isEqualTo(
            Outcome.done(new DecisionDraft(PartnerStanding.BLOCKED, null, null, null, "拖欠货款")));
    assertThat(DecisionRules.check(back, TODAY))
        .isEqualTo(Outcome.done(new DecisionDraft(PartnerStanding.NONE, null, null, null, null)));
  }
}
