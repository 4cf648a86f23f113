package cn.wufei.exchange.settlement.statement;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.correction.Corrections;
import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Http;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What both scales said has changed between draft and agreement.
@DisplayNameGeneration(ReplaceUnderscores.class)
class OvertakenStatementIT {

  @Test
  void a_statement_with_a_load_whose_receipt_was_voided_is_not_agreed_to() {
    Accounts accounts = Accounts.at(100);
    accounts.deliver(20_000);
    Http.Answer wrong = accounts.deliver(30_000);
    Http.Answer proposed = accounts.propose();
    accounts.voidReceipt(wrong);

    Map<String, Long> before = Books.rowCounts();
    assertProblem(accounts.agree(proposed), 409, "statement-outdated");

    assertThat(Books.rowCounts()).isEqualTo(before);
    assertThat(accounts.held("due")).isZero();
    accounts
        .seller()
        .ifMatch(1)
        .post("/statements/" + proposed.text("id") + "/withdrawal")
        .expect(200);
    assertThat(accounts.stated().number("totals/settledKg")).isEqualTo(20_000);
    assertThat(accounts.held("due")).isEqualTo(200_000);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ticketNumber, R-anew
          deductionKg,  500
          rejectedKg,   100
          """)
  void a_statement_that_a_correction_has_overtaken_is_not_agreed_to(String field, String value) {
    Accounts accounts = Accounts.at(100);
    Http.Answer load = accounts.deliver(30_000);
    Http.Answer proposed = accounts.propose();
    Object corrected = field.equals("ticketNumber") ? (Object) value : Long.valueOf(value);
    Corrections.approve(
        accounts.seller(),
        Corrections.propose(
            accounts.buyer(),
            Corrections.correcting("receipt", load.text("id"), body(field, corrected))));

    Map<String, Long> before = Books.rowCounts();
    assertProblem(accounts.agree(proposed), 409, "statement-outdated");

    assertThat(Books.rowCounts()).isEqualTo(before);
    assertThat(accounts.held("due")).isZero();
  }
}
