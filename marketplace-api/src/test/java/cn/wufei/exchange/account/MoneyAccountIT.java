package cn.wufei.exchange.account;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Money in the ledger is open to its two parties alone.
@DisplayNameGeneration(ReplaceUnderscores.class)
class MoneyAccountIT {

  @ParameterizedTest
  @EnumSource(names = {"AUDIT_INDUSTRY", "AUDIT_ECOLOGY", "OPERATOR"})
  void who_sees_all_tonnes_sees_nobodys_money(Role role) {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    accounts.stated();
    Http authority =
        role == Role.OPERATOR ? Http.as(Fixtures.operator()) : Http.as(Fixtures.auditor(role));
    String ofSeller = "?organisationId=" + accounts.sellerOrganisation().id();
    Http.Answer due = accounts.seller().get("/ledger/accounts?unit=money-fen&kind=due").expect(200);
    String account = "/ledger/accounts/" + due.text("items/0/id");
    long line = accounts.buyer().get(account + "/statement").expect(200).number("items/0/number");

    for (String path : List.of(account, account + "/days", account + "/statement")) {
      assertProblem(authority.get(path), 404, "not-found");
      accounts.seller().get(path).expect(200);
    }
    assertProblem(authority.get("/ledger/postings/" + line + "/proof"), 404, "not-found");
    for (String path :
        List.of(
            "/ledger/accounts" + ofSeller,
            "/ledger/kinds" + ofSeller,
            "/ledger/statement" + ofSeller)) {
      assertThat(authority.get(path).expect(200).body())
          .contains("mass-kg")
          .doesNotContain("money-fen");
    }
    assertThat(authority.get("/ledger/statement" + ofSeller + "&format=csv").expect(200).body())
        .contains("mass-kg")
        .doesNotContain("money-fen");
    assertThat(authority.get("/ledger/accounts?unit=money-fen").expect(200).json().at("/items"))
        .isEmpty();
    for (String path : List.of("/ledger/accounts", "/ledger/kinds", "/ledger/statement")) {
      assertThat(accounts.buyer().get(path).expect(200).body()).contains("money-fen");
    }
  }
}
