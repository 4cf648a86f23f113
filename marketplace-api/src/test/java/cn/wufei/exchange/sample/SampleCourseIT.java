package cn.wufei.exchange.sample;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Trade.body;
import static cn.wufei.exchange.sample.Sampling.act;
import static cn.wufei.exchange.sample.Sampling.acts;
import static cn.wufei.exchange.sample.Sampling.course;
import static cn.wufei.exchange.sample.Sampling.kinds;
import static cn.wufei.exchange.sample.Sampling.now;
import static cn.wufei.exchange.sample.Sampling.path;
import static cn.wufei.exchange.sample.Sampling.verdict;
import static cn.wufei.exchange.sample.Sampling.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The course of samples from the request to what came of it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleCourseIT {

  private static final byte[] PDF = "%PDF-1.7 assay".getBytes(StandardCharsets.ISO_8859_1);

  private final Sampling sampling = new Sampling(Trade.begin());
  private final Trade trade = sampling.trade();
  private final Http seller = trade.seller();
  private final Http buyer = trade.buyer();

  @Test
  void a_sample_is_asked_for_promised_sent_received_and_judged() {
    Http.Answer asked = sampling.asked();
    assertThat(asked.text("status")).isEqualTo("requested");
    assertThat(asked.number("quantityG")).isEqualTo(5_000);
    assertThat(asked.text("dueOn")).isEqualTo(trade.today().plusDays(7).toString());
    assertThat(asked.text("buyerSite/id")).isEqualTo(trade.receiver().siteId().toString());
    assertThat(acts(seller, asked)).containsExactly("accept", "decline");
    assertThat(acts(buyer, asked)).containsExactly("withdraw");

    Http.Answer accepted = sampling.accept(asked).expect(200);
    assertThat(accepted.text("sendBy")).isEqualTo(trade.today().plusDays(3).toString());
    assertThat(accepted.text("dueOn")).isEqualTo(trade.today().plusDays(10).toString());

    Http.Answer sent = sampling.send(accepted).expect(200);
    assertThat(sent.json().at("/dispatch/mark").asText()).isEqualTo("SZ-2026-01");
    assertThat(sent.text("dueOn")).isEqualTo(trade.today().plusDays(14).toString());
    assertThat(acts(seller, sent)).isEmpty();

    Http.Answer received = sampling.receive(sent).expect(200);
    assertThat(received.text("receivedOn")).isEqualTo(trade.today().toString());

    Http.Answer done = sampling.conclude(received).expect(200);
    assertThat(done.text("status")).isEqualTo("concluded");
    assertThat(done.text("verdict")).isEqualTo("suitable");
    assertThat(done.json().has("dueOn")).isFalse();
    assertThat(done.number("version")).isEqualTo(5);

    JsonNode events = seller.get(path(asked) + "/course").expect(200).json().at("/events");
    assertThat(events.findValuesAsText("act"))
        .containsExactly("ask", "accept", "send", "receive", "conclude");
    assertThat(events.findValuesAsText("side"))
        .containsExactly("buyer", "seller", "seller", "buyer", "buyer");
    assertThat(events.at("/4/text").asText()).isEqualTo("7 天活性指数 76 %");
    assertThat(events.at("/3/text").asText()).isEqualTo("包装完好");
    assertThat(kinds(seller))
        .containsExactly("sample-concluded", "sample-received", "sample-asked");
    assertThat(kinds(buyer)).containsExactly("sample-sent", "sample-accepted");
  }

  @Test
  void no_tonne_and_no_fen_moves_and_each_step_is_in_the_audit_log() {
    String lot = trade.publish(50_000).text("id");
    Map<String, Long> before = Books.rowCounts();

    Http.Answer asked = sampling.asked(lot);
    sampling.conclude(
        sampling
            .receive(sampling.send(sampling.accept(asked).expect(200)).expect(200))
            .expect(200));

    Map<String, Long> after = Books.rowCounts();
    assertThat(after.get("ledger_posting")).isEqualTo(before.get("ledger_posting"));
    assertThat(after.get("ledger_transfer")).isEqualTo(before.get("ledger_transfer"));
    assertThat(trade.lotNow(lot).number("availableKg")).isEqualTo(50_000);
    JsonNode records =
        Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY))
            .get("/audit/records?subjectId=" + asked.text("id"))
            .expect(200)
            .json()
            .at("/items");
    assertThat(records.findValuesAsText("action"))
        .containsExactlyInAnyOrder(
            "sample-asked",
            "sample-accepted",
            "sample-sent",
            "sample-received",
            "sample-concluded");
  }

  @Test
  void the_seller_declines_with_a_reason_also_what_it_accepted() {
    Http.Answer declined = sampling.decline(sampling.acceptedOne()).expect(200);

    assertThat(declined.text("status")).isEqualTo("declined");
    assertThat(course(buyer, declined)).containsExactly("ask", "accept", "decline");
    JsonNode told = buyer.get("/notices").expect(200).json().at("/items/0");
    assertThat(told.at("/kind").asText()).isEqualTo("sample-declined");
    assertThat(told.at("/facts/reason").asText()).isEqualTo("停产检修");
    assertThat(told.at("/subjects/sample").asText()).isEqualTo(declined.text("id"));
  }

  @Test
  void the_buyer_takes_it_back_and_may_ask_again() {
    String lot = trade.publish(50_000).text("id");
    Http.Answer asked = sampling.asked(lot);
    assertProblem(buyer.post("/samples", sampling.draft(lot)), 409, "sample-open-already");

    assertThat(withdraw(buyer, asked).expect(200).text("status")).isEqualTo("withdrawn");

    sampling.asked(lot);
    assertThat(kinds(seller)).containsExactly("sample-asked", "sample-withdrawn", "sample-asked");
  }

  @Test
  void a_request_that_is_sent_again_is_answered_alike() {
    Map<String, Object> draft = sampling.draft(trade.publish(50_000).text("id"));
    Http once = buyer.withKey(Http.freshKey());

    Http.Answer first = once.post("/samples", draft).expect(201);
    Http.Answer again = once.post("/samples", draft).expect(201);

    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(buyer.get("/samples").json().at("/items")).hasSize(1);
  }

  @Test
  void both_parties_attach_what_belongs_to_it_once_it_was_sent() {
    Http.Answer accepted = sampling.acceptedOne();
    assertProblem(buyer.post(path(accepted) + "/files?name=a.pdf", PDF), 409, "sample-not-so-far");
    Http.Answer sent = sampling.send(accepted).expect(200);

    Http.Answer report = buyer.post(path(sent) + "/files?name=report.pdf", PDF).expect(201);

    JsonNode files = seller.get(path(sent) + "/course").expect(200).json().at("/files");
    assertThat(files.findValuesAsText("side")).containsExactly("buyer");
    assertThat(files.at("/0/file/name").asText()).isEqualTo("report.pdf");
    assertThat(seller.download(path(sent) + "/files/" + report.text("id")).body()).isEqualTo(PDF);
    assertThat(kinds(seller)).contains("sample-file");
    assertProblem(seller.post(path(sent) + "/files?name=b.pdf", PDF), 409, "file-attached-already");
    Http stranger = Http.as(Fixtures.receiver().trader());
    assertThat(stranger.get(path(sent) + "/files/" + report.text("id")).status()).isEqualTo(404);
    assertThat(stranger.post(path(sent) + "/files?name=c.pdf", PDF).status()).isEqualTo(404);
  }

  @Test
  void lists_have_it_by_side_state_and_lot_and_only_for_parties_and_authorities() {
    Http.Answer asked = sampling.asked();
    Http.Answer sent = sampling.sentOne();

    assertThat(listed(seller, "?side=seller")).containsExactly(sent.text("id"), asked.text("id"));
    assertThat(listed(seller, "?side=buyer")).isEmpty();
    assertThat(listed(buyer, "?side=buyer&status=requested")).containsExactly(asked.text("id"));
    assertThat(listed(buyer, "?status=sent")).containsExactly(sent.text("id"));
    assertThat(listed(buyer, "?lotId=" + asked.text("lotId"))).containsExactly(asked.text("id"));
    assertThat(listed(buyer, "?limit=1")).containsExactly(sent.text("id"));
    assertThat(listed(buyer, "?cursor=" + sent.text("id"))).containsExactly(asked.text("id"));

    Http stranger = Http.as(Fixtures.receiver().trader());
    assertThat(listed(stranger, "")).isEmpty();
    for (String path : List.of(path(asked), path(asked) + "/course")) {
      assertThat(stranger.get(path).status()).isEqualTo(404);
      assertThat(Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)).get(path).status()).isEqualTo(200);
    }
    assertThat(acts(Http.as(trade.producer().reader()), asked))
        .as("who only reads does nothing")
        .isEmpty();
  }

  @Test
  void who_has_to_do_something_finds_it_in_the_worklist() {
    Http.Answer asked = sampling.asked();
    assertThat(work(seller)).containsExactly("answer-sample");
    assertThat(work(buyer)).isEmpty();

    Http.Answer accepted = sampling.accept(asked).expect(200);
    assertThat(work(seller)).containsExactly("send-sample");
    assertThat(seller.get("/work/sample").json().at("/items/0/due").asText())
        .as("the day that was promised")
        .isEqualTo(trade.today().plusDays(3).toString());

    Http.Answer sent = sampling.send(accepted).expect(200);
    assertThat(work(seller)).isEmpty();
    assertThat(work(buyer)).containsExactly("receive-sample");

    sampling.receive(sent).expect(200);
    assertThat(work(buyer)).isEmpty();
  }

  @Test
  void a_sample_that_does_not_suit_has_its_reason() {
    Http.Answer received = sampling.receivedOne();
    assertProblem(
        act(buyer, received, "conclusion", body("verdict", "unsuitable", "text", " ")),
        422,
        "reason-needed");

    act(buyer, received, "conclusion", verdict("unsuitable")).expect(200);

    assertThat(now(seller, received).text("verdict")).isEqualTo("unsuitable");
  }

  private static List<String> listed(Http who, String query) {
    return who.get("/samples" + query)
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.at("/id").asText())
        .toList();
  }

  private static List<String> work(Http who) {
    return who.get("/work/sample").expect(200).json().at("/items").findValuesAsText("aspect");
  }
}
