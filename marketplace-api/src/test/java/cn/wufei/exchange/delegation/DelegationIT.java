package cn.wufei.exchange.delegation;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.delegation.Delegating.act;
import static cn.wufei.exchange.delegation.Delegating.acting;
import static cn.wufei.exchange.delegation.Delegating.active;
import static cn.wufei.exchange.delegation.Delegating.draft;
import static cn.wufei.exchange.delegation.Delegating.ended;
import static cn.wufei.exchange.delegation.Delegating.lastDay;
import static cn.wufei.exchange.delegation.Delegating.offered;
import static cn.wufei.exchange.delegation.Delegating.today;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.EventStream;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// How a delegation comes about, what holds while it does, and how it ends.
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegationIT {

  private final Map<String, Object> want = Map.of("password", Fixtures.PASSWORD);
  private TestOrganisation group;

  @BeforeAll
  void a_group_company() {
    group = Fixtures.producerReceiver();
  }

  @Test
  void an_offer_is_refused_for_each_of_its_reasons_in_their_order() {
    TestOrganisation plant = Fixtures.producer();
    Http admin = Http.as(plant.admin());
    LocalDate today = today();
    active(plant, group, "trade");

    assertOffer(plant, "password", "wrong-password-given", 422, "password-wrong");
    assertOffer(plant, "delegateId", Id.of(1).toString(), 404, "not-found");
    assertOffer(plant, "delegateId", plant.id().toString(), 422, "delegate-is-self");
    assertOffer(
        plant,
        "delegateId",
        Fixtures.auditor(Role.AUDIT_INDUSTRY).organisationId().toString(),
        422,
        "delegate-no-firm");
    Map<String, Object> pending = Fixtures.signUp("producer", "未核验厂");
    String unverified =
        Http.as(Fixtures.operator()).post("/organisations", pending).expect(201).text("id");
    assertOffer(plant, "delegateId", unverified, 409, "delegate-not-verified");
    assertOffer(plant, "firstDay", today.minusDays(1).toString(), 422, "delegation-day-outside");
    assertOffer(plant, "firstDay", today.plusDays(91).toString(), 422, "delegation-day-outside");
    assertOffer(plant, "lastDay", today.minusDays(1).toString(), 422, "delegation-day-outside");
    assertOffer(plant, "lastDay", today.plusYears(3).toString(), 422, "delegation-day-outside");
    assertOffer(plant, "note", "又一份", 409, "delegation-overlaps");
    Map<String, Object> later = draft(plant, group, "read");
    later.put("firstDay", today.plusDays(90).toString());
    later.put("lastDay", today.plusDays(200).toString());
    assertProblem(admin.post("/delegations", later), 409, "delegation-overlaps");
    assertThat(Http.as(plant.trader()).post("/delegations", later).status()).isEqualTo(403);
  }

  private void assertOffer(
      TestOrganisation plant, String field, String value, int status, String code) {
    Map<String, Object> draft = draft(plant, group, "trade");
    draft.put(field, value);
    Http.Answer answer = Http.as(plant.admin()).post("/delegations", draft);
    assertProblem(answer, status, code);
    if (!code.equals("delegation-overlaps")) {
      assertThat(fieldsOf(answer)).containsExactly(field);
    }
  }

  @Test
  void nobody_acts_before_it_was_accepted_or_after_either_has_ended_it() {
    TestOrganisation plant = Fixtures.producer();
    Http acting = acting(group.trader(), plant.id());
    assertProblem(acting.get("/streams"), 403, "not-acting-for");

    Http.Answer offered = offered(plant, group, "trade");
    assertProblem(acting.get("/streams"), 403, "not-acting-for");
    assertThat(offered.text("status")).isEqualTo("offered");
    assertThat(offered.json().at("/scopes").valueStream().map(each -> each.asText()))
        .containsExactly("read", "trade");
    assertProblem(act(plant.admin(), offered, "acceptance", want), 403, "other-partys-act");
    assertThat(act(Fixtures.producer().admin(), offered, "acceptance", want).status())
        .as("a stranger")
        .isEqualTo(404);
    assertThat(work(group)).contains(offered.text("id"));
    assertThat(kinds(group)).first().isEqualTo("delegation-offered");
    assertProblem(
        act(group.admin(), offered, "acceptance", Map.of("password", "wrong-password-given")),
        422,
        "password-wrong");

    Http.Answer accepted = act(group.admin(), offered, "acceptance", want).expect(200);
    assertThat(accepted.json().at("/works").asBoolean()).isTrue();
    assertThat(kinds(plant)).first().isEqualTo("delegation-accepted");
    assertThat(work(group)).doesNotContain(offered.text("id"));
    acting.get("/streams").expect(200);
    assertThat(
            Http.as(group.reader())
                .get("/delegations/acting")
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("delegationId"))
        .contains(accepted.text("id"));

    assertProblem(
        act(group.admin(), accepted, "ending", Map.of("reason", " ")),
        422,
        "delegation-reason-needed");
    Http.Answer ended = ended(group.admin(), accepted);

    assertProblem(acting.get("/streams"), 403, "not-acting-for");
    assertThat(ended.text("untilDay")).isEqualTo(today().toString());
    assertThat(kinds(plant)).first().isEqualTo("delegation-ended");
    assertProblem(
        act(plant.admin(), ended, "ending", Map.of("reason", "再次")), 409, "delegation-over");
    assertThat(ended.json().at("/steps").findValuesAsText("act"))
        .containsExactly("offer", "accept", "end");
  }

  @Test
  void who_offered_takes_it_back_and_who_was_asked_declines() {
    TestOrganisation plant = Fixtures.producer();
    Http.Answer taken = offered(plant, group, "read");
    assertProblem(act(plant.admin(), taken, "decline", Map.of()), 403, "other-partys-act");
    assertThat(act(plant.admin(), taken, "withdrawal", Map.of()).expect(200).text("status"))
        .isEqualTo("withdrawn");

    Http.Answer declined = offered(plant, group, "read");
    assertProblem(
        act(group.admin(), declined, "ending", Map.of("reason", "不")),
        409,
        "delegation-not-so-far");
    assertThat(act(group.admin(), declined, "decline", Map.of()).expect(200).text("status"))
        .isEqualTo("declined");
    assertProblem(act(group.admin(), declined, "acceptance", want), 409, "delegation-over");
  }

  @Test
  void it_ends_by_itself_on_its_last_day_whatever_the_sweep_does() {
    TestOrganisation plant = Fixtures.producer();
    Http.Answer active = active(plant, group, "trade");
    Http acting = acting(group.trader(), plant.id());
    lastDay(active, today());
    acting.get("/streams").expect(200);
    TestExchange.get().bean(DelegationTimers.class).run();
    TestExchange.get().bean(DelegationTimers.class).run();
    assertThat(kinds(plant)).containsOnlyOnce("delegation-ending");
    assertThat(kinds(group)).contains("delegation-ending");
    assertThat(ending(plant)).contains(active.text("id"));

    lastDay(active, today().minusDays(1));
    assertProblem(acting.get("/streams"), 403, "not-acting-for");
    String path = "/delegations/" + active.text("id");
    assertThat(Http.as(plant.admin()).get(path).expect(200).text("status")).isEqualTo("expired");
    assertProblem(
        act(plant.admin(), active, "ending", Map.of("reason", "已到期")), 409, "delegation-over");
    TestExchange.get().bean(DelegationTimers.class).run();

    assertThat(Http.as(plant.admin()).get(path).json().at("/steps").findValuesAsText("act"))
        .containsExactly("offer", "accept", "expire");
    assertThat(kinds(plant)).first().isEqualTo("delegation-expired");
  }

  @Test
  void what_nobody_answers_lapses_and_what_is_to_come_does_not_work_yet() {
    TestOrganisation plant = Fixtures.producer();
    Http.Answer offered = offered(plant, group, "read");
    lastDay(offered, today().minusDays(1));
    assertProblem(act(group.admin(), offered, "acceptance", want), 409, "delegation-over");
    TestExchange.get().bean(DelegationTimers.class).run();
    assertThat(kinds(plant)).first().isEqualTo("delegation-lapsed");

    Map<String, Object> draft = draft(plant, group, "read");
    draft.put("firstDay", today().plusDays(1).toString());
    Http.Answer later = Http.as(plant.admin()).post("/delegations", draft).expect(201);
    Http.Answer active = Delegating.accepted(group, later);
    assertThat(active.text("status")).isEqualTo("active");
    assertThat(active.json().at("/works").asBoolean()).isFalse();
    assertProblem(acting(group.trader(), plant.id()).get("/streams"), 403, "not-acting-for");
  }

  @Test
  void an_end_holds_on_every_instance_at_the_next_request_and_closes_open_streams() {
    TestOrganisation plant = Fixtures.producer();
    Http.Answer active = active(plant, group, "trade");
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of())) {
      Http elsewhere =
          Http.anonymous(other)
              .with("Authorization", "Bearer " + group.trader().accessToken())
              .with("Wufei-Acting-For", plant.id().toString());
      try (EventStream stream = elsewhere.follow("/notices/stream")) {
        stream.awaitComments(1);
        elsewhere.get("/streams").expect(200);

        ended(plant.admin(), active);

        assertProblem(elsewhere.get("/streams"), 403, "not-acting-for");
        stream.awaitEnd();
        assertThat(stream.events()).isEmpty();
      }
    }
  }

  @Test
  void a_suspended_firm_is_not_acted_for() {
    TestOrganisation plant = Fixtures.producer();
    active(plant, group, "trade");
    Http acting = acting(group.trader(), plant.id());
    acting.get("/streams").expect(200);
    Http operator = Http.as(Fixtures.operator());
    operator
        .ifMatch(operator.get("/organisations/" + plant.id()).expect(200).number("version"))
        .post("/organisations/" + plant.id() + "/verification", Map.of("decision", "suspended"))
        .expect(200);

    assertProblem(acting.get("/streams"), 403, "not-acting-for");
  }

  @Test
  void keys_and_authorities_act_for_nobody() {
    TestOrganisation plant = Fixtures.producer();
    active(plant, group, "trade");
    String key =
        Http.as(group.admin())
            .post(
                "/keys",
                Map.of(
                    "name", "ERP", "role", "trader", "expiresOn", today().plusDays(10).toString()))
            .expect(201)
            .text("secret");
    assertProblem(
        Http.withToken(key).with("Wufei-Acting-For", plant.id().toString()).get("/streams"),
        403,
        "key-acts-for-nobody");
    assertProblem(acting(Fixtures.operator(), plant.id()).get("/lots"), 403, "not-acting-for");
    assertProblem(
        Http.as(group.trader()).with("Wufei-Acting-For", "nobody").get("/lots"),
        403,
        "not-acting-for");
  }

  private static List<String> kinds(TestOrganisation of) {
    return Http.as(of.admin())
        .get("/notices?limit=100")
        .expect(200)
        .json()
        .at("/items")
        .findValuesAsText("kind");
  }

  private static List<String> work(TestOrganisation of) {
    return itemsOf(of, "delegation");
  }

  private static List<String> ending(TestOrganisation of) {
    return itemsOf(of, "delegation-ending");
  }

  private static List<String> itemsOf(TestOrganisation of, String kind) {
    return Http.as(of.admin())
        .get("/work/" + kind)
        .expect(200)
        .json()
        .at("/items")
        .findValuesAsText("subjectId");
  }
}
