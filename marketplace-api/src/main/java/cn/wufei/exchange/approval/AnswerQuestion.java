package cn.wufei.exchange.approval;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.price.AdjustmentRules;
import cn.wufei.exchange.price.BindingSum;
import cn.wufei.exchange.price.PriceIndices;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;

/// Says before anything is sent whether it would have to wait.
@Singleton
@Connectable
class AnswerQuestion {

  private final AdjustmentRules rules;
  private final BindingSum sums;
  private final PriceIndices indices;
  private final Approvals approvals;
  private final Organisations organisations;

  AnswerQuestion(
      AdjustmentRules rules,
      BindingSum sums,
      PriceIndices indices,
      Approvals approvals,
      Organisations organisations) {
    this.rules = rules;
    this.sums = sums;
    this.indices = indices;
    this.approvals = approvals;
    this.organisations = organisations;
  }

  Outcome<ApprovalQuestion.Answer> handle(Caller caller, ApprovalQuestion question) {
    return rules
        .check(question.toCheck())
        .map(adjustments -> {
          long sum =
              sums.fen(
                  question.quantityKg(),
                  indices.prices(question.priceYuanPerT(), question.formula()),
                  adjustments);
          Long above = approvals.neededAbove(caller, sum);
          return new ApprovalQuestion.Answer(
              above != null,
              sum == Long.MAX_VALUE ? null : sum,
              above,
              above == null ? List.of() : organisations.namesOfOthers(caller, Role.ORG_ADMIN));
        });
  }
}
