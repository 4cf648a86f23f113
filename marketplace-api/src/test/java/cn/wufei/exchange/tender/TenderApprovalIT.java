package cn.wufei.exchange.tender;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.approval.Approving;
import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// An award above the firm's sum is done by two of its people. Ten tonnes at minus three yuan bind
/// to 3,000 fen.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderApprovalIT {

  private final Tendering tendering = Tendering.begin();
  private final Http admin = Http.as(tendering.trade().producer().admin());
  private final String tender = tendering.toAward(tendering.trade().publish(100_000).text("id"));

  @Test
  void an_award_above_the_sum_waits_and_is_done_by_its_approval() {
    Approving.above(tendering.trade().producer(), 2_999);
    assertProblem(tendering.award(tender), 403, "approval-needed");
    assertThat(tendering.status(tender)).isEqualTo("awarding");

    Http.Answer asked = asked();

    assertThat(asked.text("act")).isEqualTo("award");
    assertThat(asked.number("sumFen")).isEqualTo(3_000);
    assertThat(asked.text("partner/name")).isEqualTo(tendering.first().name());
    assertThat(tendering.status(tender)).isEqualTo("awarding");
    Http.Answer done = Approving.approve(admin, asked).expect(200);
    assertThat(done.text("status")).isEqualTo("approved");
    assertThat(tendering.status(tender)).isEqualTo("awarded");
    assertThat(tendering.now(tender).text("agreementId")).isEqualTo(done.text("resultId"));
  }

  @Test
  void up_to_the_sum_the_award_does_not_wait() {
    Approving.above(tendering.trade().producer(), 3_000);

    tendering.award(tender).expect(200);
  }

  @Test
  void the_end_of_the_tender_overtakes_what_waits_about_it() {
    Approving.above(tendering.trade().producer(), 2_999);
    Http.Answer asked = asked();

    tendering
        .seller()
        .ifMatch(tendering.now(tender).number("version"))
        .post("/tenders/" + tender + "/ending", Trade.body("reason", "另行处置"))
        .expect(200);

    assertThat(Approving.now(admin, asked).text("overtakenBy")).isEqualTo("moved-on");
    assertProblem(Approving.approve(admin, asked), 409, "approval-ended");
  }

  @Test
  void an_award_that_lapses_overtakes_what_waits_about_it() {
    Approving.above(tendering.trade().producer(), 2_999);
    Http.Answer asked = asked();
    Tendering.pass(tender, Tendering.AWARD);

    Tendering.timers().settleDue();

    assertThat(tendering.status(tender)).isEqualTo("lapsed");
    assertThat(Approving.now(admin, asked).text("overtakenBy")).isEqualTo("moved-on");
  }

  @Test
  void an_award_that_would_go_to_another_by_now_is_not_what_was_asked_for() {
    Approving.above(tendering.trade().producer(), 2_999);
    TestOrganisation highest = Fixtures.receiver();
    String contested = tendering.invited();
    List<Tendering.Envelope> bids =
        List.of(
            Tendering.sealed(highest, contested, "9"),
            Tendering.sealed(tendering.first(), contested, "8"));
    Tendering.pass(contested, Tendering.OPEN);
    bids.forEach(bid -> bid.open().expect(200));
    Http.Answer asked = asked(contested);
    assertThat(asked.text("partner/name")).isEqualTo(highest.name());
    suspend(highest);

    Http.Answer answer = Approving.approve(admin, asked).expect(200);

    assertThat(answer.text("status")).isEqualTo("overtaken");
    assertThat(answer.text("overtakenBy")).isEqualTo("moved-on");
    assertThat(tendering.status(contested)).isEqualTo("awarding");
    Http.Answer again = asked(contested);
    assertThat(again.text("partner/name")).isEqualTo(tendering.first().name());
    suspend(tendering.first());
    assertProblem(Approving.approve(admin, again), 409, "no-bidder-may-trade");
    assertThat(Approving.now(admin, again).text("status")).isEqualTo("pending");
  }

  private static void suspend(TestOrganisation organisation) {
    Books.write(
        "update identity_organisation set status = 'suspended' where id = ?",
        organisation.id().value());
  }

  private Http.Answer asked() {
    return asked(tender);
  }

  private Http.Answer asked(String which) {
    return tendering
        .seller()
        .ifMatch(tendering.now(which).number("version"))
        .post("/tenders/" + which + "/award/approval")
        .expect(201);
  }
}
