package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.correction.Corrections.approve;
import static cn.wufei.exchange.correction.Corrections.correcting;
import static cn.wufei.exchange.correction.Corrections.propose;
import static cn.wufei.exchange.correction.Corrections.voiding;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.stream.Plant;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The independent verifier on a ledger that trade wrote through the API: goods, promises and
/// money, what was refused, corrected and taken back, and blocks of two keys.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealLedgerIT {

  private static final String NEXT_SIGNING_KEY =
      "b1e60f7d25c8934a7e1df20c5b8a6943d07f1e8c3a59b264d81c0e7f53a2964d";

  @Test
  void a_ledger_that_trade_wrote_is_in_order_before_and_after_a_change_of_the_key(
      @TempDir Path folder) throws SQLException, IOException {
    try (OwnDatabase database = OwnDatabase.migrated(folder)) {
      Path head = folder.resolve("head.json");
      Trade trade;
      try (TestExchange exchange = TestExchange.over(database.server(), folder, Map.of())) {
        trade = exchange.call(RealLedgerIT::trade);
        Http.Answer last = exchange.call(() -> trade.buyer().get("/ledger/head").expect(200));
        Files.writeString(head, last.json().toString());
        database.assertVerified();
      }
      try (TestExchange restarted =
          TestExchange.over(
              database.server(), folder, Map.of("wufei.ledger.signing-key", NEXT_SIGNING_KEY))) {
        restarted.call(() -> {
          trade.enter("generation", 1_000);
          return trade;
        });
      }

      List<String> keys = database.texts("select key_id from ledger_key");
      assertThat(keys).hasSize(2);
      database.assertVerified("--key", keys.getFirst(), "--key", keys.getLast());
      database.assertVerified("--head", head.toString());
      assertThat(database.texts("select distinct kind from ledger_transfer"))
          .contains(
              "generation",
              "lot-published",
              "agreement-reserved",
              "load-dispatched",
              "load-received",
              "load-refused",
              "use-reported");
      assertThat(database.texts("select distinct unit from ledger_account")).hasSize(3);
      assertThat(
              database.texts("select count(*) from ledger_transfer where reverses_id is not null"))
          .containsExactly("2");
    }
  }

  private static Trade trade() {
    Trade trade = Trade.begin();
    trade.enter("generation", 300_000);
    String agreement = trade.agree(200_000).text("id");
    trade.receive(trade.dispatch(agreement, 32_000), trade.receipt(31_900, 900)).expect(200);
    trade.refuse(trade.dispatch(agreement, 20_000)).expect(200);
    Http.Answer wrong = trade.dispatch(agreement, 30_000);
    trade.receive(wrong, trade.receipt(29_900, 400)).expect(200);
    approve(
        trade.seller(),
        propose(
            trade.buyer(),
            correcting("receipt", wrong.text("id"), body("grossKg", 46_400, "rejectedKg", 1_000))));
    propose(trade.seller(), voiding("dispatch", trade.dispatch(agreement, 10_000).text("id")));
    trade.dispatch(agreement, 15_000);
    String month = LocalCalendar.monthOf(trade.receivedAt()).toString();
    trade.buyer().post("/use-reports", trade.useReport(month, 20_000)).expect(201);
    process();
    settle();
    return trade;
  }

  private static void process() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    String tail = plant.stream(Plant.TAIL, "钢渣尾渣");
    plant.enter(slag, "generation", 100_000, "2024-06-30");
    plant.process(Plant.processing("2024-07-31", slag, 100_000, tail, 82_000, 15_000)).expect(201);
  }

  private static void settle() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    accounts.stated();
    accounts.pay(200_000);
  }
}
