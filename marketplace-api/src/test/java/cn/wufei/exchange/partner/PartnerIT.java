package cn.wufei.exchange.partner;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Refusal;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.worklist.Work;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartnerIT {

  private static LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(TestExchange.get().bean(Clock.class)));
  }

  private static Map<String, Object> approval(LocalDate validTo) {
    return body(
        "standing",
        "approved",
        "approvalNumber",
        "安环准入-17",
        "validTo",
        validTo.toString(),
        "scope",
        "水渣，汽车运输");
  }

  private static Map<String, Object> block(String reason) {
    return body("standing", "blocked", "reason", reason);
  }

  @Test
  void a_firm_is_approved_blocked_and_let_go_and_the_history_tells_it_all() {
    TestOrganisation plant = Fixtures.producer();
    TestOrganisation works = Fixtures.receiver();
    Http trader = Http.as(plant.trader());
    String path = "/partners/" + works.id();
    assertThat(trader.get(path).expect(200).text("standing")).isEqualTo("none");

    Http.Answer approved =
        Neighbours.decide(plant, works, approval(today().plusDays(90))).expect(201);

    assertThat(approved.text("organisation/id")).isEqualTo(works.id().toString());
    assertThat(approved.text("approvalNumber")).isEqualTo("安环准入-17");
    assertThat(approved.json().at("/valid").asBoolean()).isTrue();
    assertThat(approved.text("decidedBy")).startsWith("管理员");
    assertThat(listed(trader, "approved")).isEqualTo(1);
    Neighbours.decide(plant, works, block("两次拒收，拖欠货款")).expect(201);
    assertThat(listed(trader, "approved")).isZero();
    assertThat(listed(trader, "blocked")).isEqualTo(1);
    Http.Answer blocked = trader.get(path).expect(200);
    assertThat(blocked.text("reason")).isEqualTo("两次拒收，拖欠货款");
    assertThat(blocked.json().has("approvalNumber")).isFalse();
    Neighbours.decide(plant, works, body("standing", "none")).expect(201);
    assertThat(listed(trader, "blocked")).isZero();
    JsonNode history = trader.get(path + "/decisions").expect(200).json().at("/items");
    assertThat(history.findValuesAsText("standing")).containsExactly("none", "blocked", "approved");
    assertThat(history.at("/2/validTo").asText()).isEqualTo(today().plusDays(90).toString());
  }

  private static int listed(Http as, String standing) {
    return as.get("/partners?standing=" + standing).expect(200).json().at("/items").size();
  }

  @Test
  void nobody_else_reads_what_a_firm_has_decided() {
    TestOrganisation plant = Fixtures.producer();
    TestOrganisation works = Fixtures.receiver();
    Neighbours.decide(plant, works, block("环保处罚未整改")).expect(201);

    Http blocked = Http.as(works.trader());

    assertThat(blocked.get("/partners/" + plant.id()).expect(200).text("standing"))
        .isEqualTo("none");
    assertThat(listed(blocked, "blocked")).isZero();
    assertThat(
            blocked.get("/partners/" + plant.id() + "/decisions").expect(200).json().at("/items"))
        .isEmpty();
    assertThat(blocked.get("/notices").expect(200).body()).doesNotContain(plant.id().toString());
    String trail =
        Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)).get("/audit/records").expect(200).body();
    assertThat(trail).contains("partner-decided").doesNotContain("环保处罚未整改");
  }

  @Test
  void a_firm_is_found_by_its_name_or_credit_code_to_be_decided_about() {
    TestOrganisation plant = Fixtures.producer();
    TestOrganisation works = Fixtures.receiver();
    String english =
        Http.as(works.admin()).get("/organisations/" + works.id()).expect(200).text("nameEn");
    String id = works.id().toString();
    Map<String, Object> unknown = Fixtures.signUp("receiver", "未审核水泥厂");
    Http.as(Fixtures.operator()).post("/organisations", unknown).expect(201);

    assertThat(named(plant, works.name())).contains(id);
    assertThat(named(plant, english.toUpperCase(Locale.ROOT))).contains(id);
    assertThat(named(plant, " " + works.uscc().toLowerCase(Locale.ROOT))).containsExactly(id);
    assertThat(named(plant, "水泥厂").size()).isBetween(1, 10);
    assertThat(named(plant, plant.name())).as("its own").doesNotContain(plant.id().toString());
    assertThat(named(plant, "%%")).as("a pattern").isEmpty();
    assertThat(named(plant, " 厂")).as("too short").isEmpty();
    assertThat(named(plant, String.valueOf(unknown.get("name")))).as("not verified").isEmpty();
    assertThat(Http.as(plant.admin()).get("/partners/firms?named=a").status()).isEqualTo(400);
  }

  private static List<String> named(TestOrganisation by, String text) {
    return Http.as(by.admin())
        .get("/partners/firms?named=" + Http.encoded(text))
        .expect(200)
        .json()
        .at("/items")
        .findValuesAsText("id");
  }

  @Test
  void a_decision_that_is_sent_twice_is_made_once() {
    TestOrganisation plant = Fixtures.producer();
    TestOrganisation works = Fixtures.receiver();
    Http admin = Http.as(plant.admin()).withKey(Http.freshKey());
    String path = "/partners/" + works.id() + "/decisions";

    admin.post(path, block("拖欠货款")).expect(201);
    admin.post(path, block("拖欠货款")).expect(201);

    assertThat(admin.get(path).expect(200).json().at("/items")).hasSize(1);
  }

  @Test
  void an_approval_holds_until_the_end_of_its_last_day_and_is_due_for_renewal_before() {
    Neighbours own = new Neighbours();
    Http admin = Http.as(own.seller.admin());
    Neighbours.approve(own.seller, own.buyer, today().plusDays(31));
    assertThat(Work.count(admin, "approval-ending")).isZero();

    own.approvalEnds(today().plusDays(30));
    JsonNode item = Work.only(admin, "approval-ending");
    assertThat(item.at("/label").asText()).isEqualTo(own.buyer.name());
    assertThat(item.at("/subjectId").asText()).isEqualTo(own.buyer.id().toString());
    assertThat(item.at("/due").asText()).isEqualTo(today().plusDays(30).toString());
    assertThat(Work.count(own.trade.seller(), "approval-ending")).isZero();

    own.approvalEnds(today());
    assertThat(Work.count(admin, "approval-ending")).isEqualTo(1);
    assertThat(isValid(own)).isTrue();

    own.approvalEnds(today().minusDays(1));
    assertThat(Work.count(admin, "approval-ending")).isZero();
    assertThat(isValid(own)).isFalse();
  }

  private static boolean isValid(Neighbours own) {
    return own.trade
        .seller()
        .get("/partners/" + own.buyer.id())
        .expect(200)
        .json()
        .at("/valid")
        .asBoolean();
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_request_that_meets_it(PartnerRefusal refusal) {
    TestOrganisation plant = Fixtures.producer();
    TestOrganisation works = Fixtures.receiver();

    Http.Answer answer =
        switch (refusal) {
          case OWN_ORGANISATION -> Neighbours.decide(plant, plant, block("自己"));
          case NOT_A_FIRM -> blockAuthority(plant);
          case APPROVAL_NUMBER_MISSING -> without(plant, works, "approvalNumber");
          case VALID_TO_MISSING -> without(plant, works, "validTo");
          case VALID_TO_OVER -> Neighbours.decide(plant, works, approval(today().minusDays(1)));
          case REASON_MISSING -> Neighbours.decide(plant, works, block(" "));
          case NOTHING_DECIDED -> Neighbours.decide(plant, works, body("standing", "none"));
          case LIST_FULL -> {
            fill(plant);
            yield Neighbours.decide(plant, works, block("再多一家"));
          }
        };

    assertProblem(answer, refusal.kind() == Refusal.Kind.CONFLICT ? 409 : 422, refusal.code());
    assertThat(fieldsOf(answer)).hasSizeLessThanOrEqualTo(1);
    assertThat(Http.as(plant.trader()).get("/partners/" + works.id()).text("standing"))
        .isEqualTo("none");
  }

  private static Http.Answer without(TestOrganisation plant, TestOrganisation works, String key) {
    Map<String, Object> decision = approval(today().plusDays(30));
    decision.remove(key);
    return Neighbours.decide(plant, works, decision);
  }

  private static Http.Answer blockAuthority(TestOrganisation plant) {
    String authority =
        Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY))
            .get("/me")
            .expect(200)
            .text("organisation/id");
    return Http.as(plant.admin()).post("/partners/" + authority + "/decisions", block("主管部门"));
  }

  /// Firms that nobody has ever seen; what is listed is counted whoever it is.
  private static void fill(TestOrganisation plant) {
    String numbers =
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < 50)";
    Books.change(
        "insert into partner_partner (id, version, organisation_id, partner_id, standing, reason,"
            + " decided_at, decider_id) "
            + numbers
            + " select ? * 10000 + a.i * 100 + b.i, 1, ?, a.i * 100 + b.i, 'blocked', 'r',"
            + " '2026-01-01', 1 from n a, n b where a.i <= 40",
        Fixtures.nextNumber(),
        plant.id().value());
  }

  @Test
  void a_firm_that_is_listed_already_needs_no_room() {
    TestOrganisation plant = Fixtures.producer();
    TestOrganisation works = Fixtures.receiver();
    Neighbours.block(plant, works);
    fill(plant);

    Neighbours.approve(plant, works, today());

    assertThat(Http.as(plant.trader()).get("/partners/" + works.id()).text("standing"))
        .isEqualTo("approved");
  }
}
