package cn.wufei.exchange.correction;

import static cn.wufei.exchange.correction.Corrections.answer;
import static cn.wufei.exchange.correction.Corrections.approve;
import static cn.wufei.exchange.correction.Corrections.correcting;
import static cn.wufei.exchange.correction.Corrections.net;
import static cn.wufei.exchange.correction.Corrections.propose;
import static cn.wufei.exchange.correction.Corrections.voiding;
import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectionRefusalIT {

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_request_that_meets_it_and_leaves_nothing_written(
      CorrectionRefusal refusal) {
    Trade trade = Trade.begin();
    trade.enter("generation", 90_000);
    Http.Answer load = trade.dispatch(trade.agree(60_000).text("id"), 30_000);
    trade.receive(load, trade.receipt(30_000, 0)).expect(200);
    Supplier<Http.Answer> request = request(refusal, trade, load.text("id"));
    Map<String, Long> before = Books.rowCounts();

    Http.Answer answer = request.get();

    assertThat(answer.code()).as(answer.toString()).isEqualTo(refusal.code());
    assertThat(Books.rowCounts()).isEqualTo(before);
  }

  /// Brings about what the reason needs, and gives the request that meets it.
  private static Supplier<Http.Answer> request(
      CorrectionRefusal refusal, Trade trade, String load) {
    Http buyer = trade.buyer();
    Http seller = trade.seller();
    Map<String, Object> draft = correcting("receipt", load, net(29_000));
    return switch (refusal) {
      case NOTHING_TO_CORRECT -> () -> buyer.post("/corrections", voiding("refusal", load));
      case CAN_ONLY_BE_VOID -> {
        Http.Answer other = trade.dispatch(trade.agree(1_000).text("id"), 1_000);
        trade.refuse(other).expect(200);
        yield () -> buyer.post("/corrections", correcting("refusal", other.text("id"), Map.of()));
      }
      case LOAD_HAS_ENDED -> () -> seller.post("/corrections", voiding("dispatch", load));
      case NOT_THE_LATEST_MONTH -> {
        YearMonth month = LocalCalendar.monthOf(trade.receivedAt());
        Http.Answer earlier = report(trade, month.minusMonths(1));
        report(trade, month);
        yield () -> buyer.post("/corrections", voiding("use-report", earlier.text("id")));
      }
      case VALUE_NOT_APPLICABLE ->
          () -> buyer.post("/corrections", correcting("receipt", load, body("plate", "鲁C1")));
      case NOTHING_CHANGES ->
          () -> buyer.post("/corrections", correcting("receipt", load, net(30_000)));
      case CORRECTION_OPEN -> {
        propose(buyer, draft);
        yield () -> buyer.post("/corrections", draft);
      }
      case NOT_THE_APPROVER -> answering(buyer, propose(buyer, draft), "approval");
      case NOT_THE_PROPOSER -> answering(seller, propose(buyer, draft), "withdrawal");
      case ADMINISTRATOR_DECIDES -> answering(seller, ofEntry(trade, seller), "decline");
      case SECOND_PERSON_NEEDED -> {
        Http admin = Http.as(trade.producer().admin());
        Fixtures.joining(trade.producer().admin(), Role.ORG_ADMIN);
        yield answering(admin, ofEntry(trade, admin), "approval");
      }
      case OTHER_PROPOSER_NEEDED -> {
        Http admin = Http.as(trade.producer().admin());
        yield answering(admin, ofEntry(trade, admin), "approval");
      }
      case CORRECTION_NOT_OPEN -> {
        Http.Answer proposed = propose(buyer, draft);
        answer(buyer, proposed, "withdrawal").expect(200);
        yield answering(seller, proposed, "approval");
      }
      case CORRECTION_EXPIRED -> {
        Http.Answer proposed = propose(buyer, draft);
        Books.write(
            "update correction_correction set expires_at = '2020-01-01' where id = ?",
            Books.numberOf(proposed.text("id")));
        yield answering(seller, proposed, "approval");
      }
      case FACT_CHANGED -> {
        Http.Answer proposed = propose(buyer, draft);
        approve(buyer, propose(seller, correcting("dispatch", load, net(30_100))));
        yield answering(seller, proposed, "approval");
      }
    };
  }

  @Test
  void a_weight_that_cannot_be_is_refused_when_it_is_proposed() {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(60_000).text("id"), 30_000);
    trade.receive(load, trade.receipt(30_000, 0)).expect(200);

    Http.Answer refused =
        trade
            .buyer()
            .post(
                "/corrections", correcting("receipt", load.text("id"), body("rejectedKg", 30_001)));

    assertProblem(refused, 422, "rejected-above-net");
    assertThat(fieldsOf(refused)).containsExactly("values.rejectedKg");
    Http.Answer malformed =
        trade
            .buyer()
            .post(
                "/corrections",
                correcting("receipt", load.text("id"), body("grossKg", 0, "plate", " ")));
    assertProblem(malformed, 400, "invalid-request");
    assertThat(fieldsOf(malformed)).contains("values.grossKg", "values.plate");
  }

  @Test
  void an_expired_correction_makes_room_for_another() {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(60_000).text("id"), 30_000);
    trade.receive(load, trade.receipt(30_000, 0)).expect(200);
    Map<String, Object> draft = correcting("receipt", load.text("id"), net(29_000));
    Http.Answer first = propose(trade.buyer(), draft);
    Books.write(
        "update correction_correction set expires_at = '2020-01-01' where id = ?",
        Books.numberOf(first.text("id")));

    assertThat(trade.buyer().get("/corrections/" + first.text("id")).text("status"))
        .isEqualTo("expired");
    approve(trade.seller(), propose(trade.buyer(), draft));
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(29_000);
  }

  private static Supplier<Http.Answer> answering(Http as, Http.Answer correction, String how) {
    return () -> answer(as, correction, how);
  }

  private static Http.Answer ofEntry(Trade trade, Http as) {
    String entry =
        trade
            .seller()
            .get("/streams/" + trade.streamId() + "/entries")
            .expect(200)
            .json()
            .at("/items")
            .findValuesAsText("subjectId")
            .getLast();
    return propose(as, voiding("stream-entry", entry));
  }

  private static Http.Answer report(Trade trade, YearMonth month) {
    return trade.buyer().post("/use-reports", trade.useReport(month.toString(), 0)).expect(201);
  }
}
