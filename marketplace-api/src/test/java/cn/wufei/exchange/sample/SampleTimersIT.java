package cn.wufei.exchange.sample;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.sample.Sampling.course;
import static cn.wufei.exchange.sample.Sampling.kinds;
import static cn.wufei.exchange.sample.Sampling.now;
import static cn.wufei.exchange.sample.Sampling.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Silence ends every state, seen at once and written down by the sweep.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleTimersIT {

  private final Sampling sampling = new Sampling(Trade.begin());
  private final Trade trade = sampling.trade();
  private final LocalDate yesterday = trade.today().minusDays(1);

  @Test
  void what_nobody_answers_lapses_and_both_are_told_once() {
    Http.Answer asked = sampling.asked();
    due(asked, trade.today());
    sweep();
    assertThat(now(trade.seller(), asked).text("status"))
        .as("the last day counts")
        .isEqualTo("requested");

    due(asked, yesterday);
    assertThat(now(trade.seller(), asked).text("status"))
        .as("before anybody wrote it down")
        .isEqualTo("lapsed");
    assertThat(listed("lapsed")).containsExactly(asked.text("id"));
    assertThat(listed("requested")).isEmpty();
    assertThat(trade.seller().get("/work/sample").json().at("/items")).isEmpty();
    assertProblem(sampling.accept(asked), 409, "sample-lapsed");
    assertProblem(withdraw(trade.buyer(), asked), 409, "sample-lapsed");

    sweep();
    sweep();

    assertThat(now(trade.buyer(), asked).number("version")).isEqualTo(2);
    assertThat(course(trade.buyer(), asked)).containsExactly("ask", "lapse");
    assertThat(kinds(trade.buyer())).containsExactly("sample-lapsed");
    assertThat(kinds(trade.seller())).containsExactly("sample-lapsed", "sample-asked");
    sampling.asked(asked.text("lotId"));
  }

  @Test
  void what_was_promised_and_not_sent_lapses() {
    Http.Answer accepted = sampling.acceptedOne();
    due(accepted, yesterday);

    assertProblem(sampling.send(accepted), 409, "sample-lapsed");
    sweep();

    assertThat(now(trade.buyer(), accepted).text("status")).isEqualTo("lapsed");
    assertThat(course(trade.buyer(), accepted)).containsExactly("ask", "accept", "lapse");
  }

  @Test
  void what_was_sent_counts_as_received_and_then_ends_without_a_word() {
    Http.Answer sent = sampling.sentOne();
    due(sent, yesterday);
    assertThat(listed("received")).containsExactly(sent.text("id"));
    assertThat(listed("sent")).isEmpty();
    assertProblem(sampling.receive(sent), 409, "sample-not-so-far");

    sweep();

    Http.Answer received = now(trade.buyer(), sent);
    assertThat(received.text("status")).isEqualTo("received");
    assertThat(received.text("receivedOn")).isEqualTo(trade.today().toString());
    assertThat(received.text("dueOn")).isEqualTo(trade.today().plusDays(60).toString());
    assertThat(kinds(trade.seller())).first().isEqualTo("sample-presumed-received");

    due(received, yesterday);
    assertThat(listed("concluded")).containsExactly(sent.text("id"));
    sweep();

    Http.Answer closed = now(trade.seller(), sent);
    assertThat(closed.text("verdict")).isEqualTo("no-statement");
    assertThat(course(trade.seller(), sent))
        .containsExactly("ask", "accept", "send", "presume-received", "close");
    assertThat(kinds(trade.buyer())).first().isEqualTo("sample-closed");
    assertProblem(sampling.conclude(closed), 409, "sample-over");
  }

  @Test
  void who_acts_before_the_sweep_leaves_no_gap_in_the_course() {
    Http.Answer sent = sampling.sentOne();
    due(sent, yesterday);

    Http.Answer concluded = sampling.conclude(sent).expect(200);

    assertThat(concluded.number("version")).isEqualTo(5);
    assertThat(course(trade.seller(), sent))
        .containsExactly("ask", "accept", "send", "presume-received", "conclude");
    assertThat(kinds(trade.seller())).contains("sample-presumed-received", "sample-concluded");
  }

  private static void sweep() {
    TestExchange.get().bean(SampleTimers.class).run();
  }

  private static void due(Http.Answer sample, LocalDate day) {
    Books.write(
        "update sample_request set due_on = ? where id = ?",
        day.toString(),
        Books.numberOf(sample.text("id")));
  }

  private List<String> listed(String status) {
    return trade
        .buyer()
        .get("/samples?status=" + status)
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.at("/id").asText())
        .toList();
  }
}
