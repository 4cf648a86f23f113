package cn.wufei.exchange.export;

import static cn.wufei.exchange.correction.Corrections.approve;
import static cn.wufei.exchange.correction.Corrections.propose;
import static cn.wufei.exchange.correction.Corrections.voiding;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What did not happen is taken home as such.
@DisplayNameGeneration(ReplaceUnderscores.class)
class VoidedExportIT {

  private final Accounts accounts = Accounts.at(-10);
  private final Trade trade = accounts.trade();
  private final TestOrganisation producer = trade.producer();
  private final TestOrganisation receiver = trade.receiver();

  @Test
  void what_was_voided_is_there_and_said_to_be() {
    String stream = "/streams/" + trade.streamId();
    String take = counted(250_000);
    String counted = counted(240_000);
    String processing = processed(3_000);
    String standing = processed(4_000);
    accounts.deliver(25_000);
    String report =
        trade
            .buyer()
            .post("/use-reports", trade.useReport(accounts.month(), 20_000))
            .expect(201)
            .text("id");
    Http reviewer = Http.as(producer.admin());
    approve(Http.as(receiver.admin()), propose(trade.buyer(), voiding("use-report", report)));
    String takeBack =
        approve(reviewer, propose(trade.seller(), voiding("stock-take", take))).text("id");
    approve(reviewer, propose(trade.seller(), voiding("processing", processing)));

    TakenHome producers = TakenHome.by(producer.admin(), "en");
    TakenHome receivers = TakenHome.by(receiver.admin(), "en");

    assertThat(producers.row("processings", "id", processing)).containsEntry("voided", "yes");
    assertThat(producers.row("processings", "id", standing)).containsEntry("voided", "no");
    assertThat(producers.row("processing-lines", "quantityKg", "3000"))
        .containsEntry("voided", "yes");
    assertThat(producers.row("stock-takes", "id", take))
        .containsEntry("correctionId", takeBack)
        .containsEntry("countedKg", "250000")
        .containsEntry("residualKg", "");
    assertThat(producers.row("stock-takes", "id", counted))
        .containsEntry("correctionId", "")
        .containsEntry(
            "residualKg",
            Long.toString(
                trade.seller().get(stream + "/stock-takes").number("items/0/residualKg")));
    assertThat(receivers.row("use-reports", "id", report).get("correctionId")).isNotEmpty();
    assertThat(receivers.row("use-origins", "reportId", report).get("correctionId")).isNotEmpty();
  }

  private String counted(long kg) {
    return trade
        .seller()
        .post(
            "/streams/" + trade.streamId() + "/stock-takes",
            Trade.body("occurredOn", trade.today().toString(), "method", "survey", "countedKg", kg))
        .expect(201)
        .text("id");
  }

  /// Into a product alone.
  private String processed(long kg) {
    return trade
        .seller()
        .post(
            "/processings",
            Trade.body(
                "occurredOn",
                trade.today().toString(),
                "inputs",
                List.of(Trade.body("streamId", trade.streamId(), "quantityKg", kg)),
                "products",
                List.of(Trade.body("name", "渣钢", "quantityKg", 1_000))))
        .expect(201)
        .text("id");
  }
}
