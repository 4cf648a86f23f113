package cn.wufei.exchange.delegation;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.delegation.Delegating.acting;
import static cn.wufei.exchange.delegation.Delegating.active;
import static cn.wufei.exchange.delegation.Delegating.ended;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What members of one firm do for another, and what they cannot.
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActingIT {

  private static final Set<String> OF_ACTING =
      Set.of("not-acting-for", "not-delegable", "outside-delegation");

  private TestOrganisation group;

  @BeforeAll
  void a_group_company() {
    group = Fixtures.producerReceiver();
  }

  @Test
  void every_act_says_who_did_it_for_whom() {
    Trade trade = Trade.begin();
    active(trade.producer(), group, "trade");
    Http acting = acting(group.trader(), trade.producer().id());

    Http.Answer lot = acting.post("/lots", trade.lot(20_000)).expect(201);
    Http.Answer offer = trade.propose(lot.text("id"), 10_000);
    acting.post("/offers/" + offer.text("id") + "/messages", Map.of("text", "下周可装车")).expect(201);
    Http.Answer agreement =
        acting
            .ifMatch(offer.number("version"))
            .post("/offers/" + offer.text("id") + "/acceptance")
            .expect(201);

    assertThat(lot.text("organisation/id")).isEqualTo(trade.producer().id().toString());
    assertThat(
            trade
                .buyer()
                .get("/offers/" + offer.text("id") + "/thread")
                .expect(200)
                .json()
                .at("/messages")
                .findValuesAsText("sender"))
        .as("the other party sees of which firm the person is")
        .containsExactly(group.trader().login() + "（" + group.name() + "）");
    JsonNode record = recordOf(agreement.text("id"), "offer-accepted");
    assertThat(record.at("/memberId").asText()).isEqualTo(group.trader().memberId().toString());
    assertThat(record.at("/organisationId").asText()).isEqualTo(trade.producer().id().toString());
    assertThat(record.at("/delegateId").asText()).isEqualTo(group.id().toString());
    assertThat(record.at("/delegateName").asText()).isEqualTo(group.name());
    assertSeen(trade.producer().admin(), "delegator", group.id(), "offer-accepted");
    assertSeen(group.admin(), "delegate", trade.producer().id(), "offer-accepted");
    assertThat(
            Http.as(trade.receiver().admin())
                .get("/delegations/acts?side=delegator")
                .expect(200)
                .json()
                .at("/items"))
        .as("it is nobody else's")
        .isEmpty();
    Http.as(trade.producer().trader()).get("/lots/" + lot.text("id")).expect(200);
  }

  private static JsonNode recordOf(String subject, String action) {
    for (JsonNode record :
        Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY))
            .get("/audit/records?subjectId=" + subject)
            .expect(200)
            .json()
            .at("/items")) {
      if (record.at("/action").asText().equals(action)) {
        return record;
      }
    }
    throw new AssertionError("not recorded: " + action);
  }

  private static void assertSeen(TestMember admin, String side, Id other, String action) {
    JsonNode items =
        Http.as(admin)
            .get("/delegations/acts?side=" + side + "&organisationId=" + other)
            .expect(200)
            .json()
            .at("/items");
    assertThat(items.findValuesAsText("action")).contains(action, "lot-published");
    assertThat(items.findValuesAsText("memberName")).isNotEmpty();
    assertThat(
            Http.as(admin)
                .get("/delegations/acts?side=" + side + "&organisationId=" + Id.of(1))
                .expect(200)
                .json()
                .at("/items"))
        .isEmpty();
  }

  @Test
  void an_answer_is_not_given_again_once_the_delegation_has_ended() {
    Trade trade = Trade.begin();
    Http.Answer delegation = active(trade.producer(), group, "trade");
    Http acting = acting(group.trader(), trade.producer().id()).withKey(Http.freshKey());
    acting.post("/lots", trade.lot(1_000)).expect(201);
    assertThat(acting.post("/lots", trade.lot(1_000)).header("Idempotency-Replayed"))
        .isEqualTo("true");

    ended(trade.producer().admin(), delegation);

    assertProblem(acting.post("/lots", trade.lot(1_000)), 403, "not-acting-for");
  }

  @Test
  void nobody_acts_towards_his_own_firm() {
    Trade trade = Trade.begin();
    active(trade.producer(), trade.receiver(), "trade", "gate");
    Http.Answer lot = trade.publish(30_000);
    Http.Answer offer = trade.propose(lot.text("id"), 10_000);
    Http acting = acting(trade.receiver().trader(), trade.producer().id());

    assertProblem(
        acting.ifMatch(offer.number("version")).post("/offers/" + offer.text("id") + "/acceptance"),
        403,
        "both-sides");

    assertThat(trade.buyer().get("/offers/" + offer.text("id")).text("status")).isEqualTo("open");
    assertThat(trade.lotNow(lot.text("id")).number("availableKg")).isEqualTo(30_000);
    trade.accept(offer).expect(201);
  }

  @Test
  void nobody_acts_for_both_parties_of_a_trade_nor_changes_sides() {
    Trade trade = Trade.begin();
    Http.Answer ofSeller = active(trade.producer(), group, "trade", "gate", "settlement");
    active(trade.receiver(), group, "trade", "gate", "settlement");
    Http forBuyer = acting(group.trader(), trade.receiver().id());
    Http.Answer lot = trade.publish(30_000);
    Http.Answer agreement = trade.agree(10_000);
    Http.Answer load = trade.dispatch(agreement.text("id"), 9_000);
    Http.Answer other = trade.agree(5_000);

    assertProblem(forBuyer.post("/offers", trade.offer(lot.text("id"), 10_000)), 403, "both-sides");
    assertThat(trade.buyer().get("/offers?limit=100").json().at("/items").findValuesAsText("lotId"))
        .doesNotContain(lot.text("id"));
    assertProblem(receive(forBuyer, load, trade), 403, "both-sides");
    assertProblem(
        forBuyer
            .ifMatch(other.number("version"))
            .post("/agreements/" + other.text("id") + "/cancellation", Map.of("reason", "停")),
        403,
        "both-sides");

    ended(trade.producer().admin(), ofSeller);
    assertProblem(receive(forBuyer, load, trade), 403, "both-sides");
    trade.receive(load, trade.receipt(9_000, 0)).expect(200);
  }

  @Test
  void a_load_is_received_for_a_firm_whose_partner_is_somebody_elses() {
    Trade trade = Trade.begin();
    active(trade.receiver(), group, "gate");
    Http.Answer load = trade.dispatch(trade.agree(10_000).text("id"), 9_000);

    Http.Answer received =
        receive(acting(group.gate(), trade.receiver().id()), load, trade).expect(200);

    assertThat(received.text("status")).isEqualTo("received");
    assertSeenReceipt(trade.receiver().admin());
  }

  private static void assertSeenReceipt(TestMember admin) {
    assertThat(
            Http.as(admin)
                .get("/delegations/acts?side=delegator")
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsText("action"))
        .containsExactly("load-received");
  }

  private static Http.Answer receive(Http who, Http.Answer load, Trade trade) {
    return who.ifMatch(load.number("version"))
        .post("/loads/" + load.text("id") + "/receipt", trade.receipt(9_000, 0));
  }

  @Test
  void each_route_answers_as_the_scope_and_the_own_role_allow_and_after_the_end_none() {
    TestOrganisation plant = Fixtures.producer();
    TestOrganisation stranger = Fixtures.producer();
    Http.Answer delegation = active(plant, group, "trade");
    Set<DelegationScope> scopes = Set.of(DelegationScope.READ, DelegationScope.TRADE);
    List<Row> rows = rows();
    assertThat(rows).hasSizeGreaterThan(200);

    for (Row row : rows) {
      for (Role role : List.of(Role.ORG_ADMIN, Role.TRADER, Role.GATE, Role.READER)) {
        Http.Answer answer = call(acting(member(role), plant.id()), row);
        DelegationScope needed = DelegatedRoutes.needed(row.method, "/api/v1" + row.path);
        if (!row.lets(role)) {
          assertThat(answer.status()).as(row + " as " + role).isEqualTo(403);
          assertThat(OF_ACTING).as(row + " as " + role).doesNotContain(answer.code());
        } else if (needed == null) {
          assertProblem(answer, 403, "not-delegable");
        } else if (!scopes.contains(needed)) {
          assertProblem(answer, 403, "outside-delegation");
        } else {
          assertThat(answer.status()).as(row + " as " + role).isNotIn(401, 403, 405, 500);
        }
      }
      Http.Answer other = call(acting(group.admin(), stranger.id()), row);
      assertThat(other.status()).as(row + " for a stranger").isEqualTo(403);
    }

    ended(plant.admin(), delegation);

    for (Row row : rows) {
      Http.Answer answer = call(acting(group.admin(), plant.id()), row);
      assertThat(answer.status()).as(row + " after the end").isEqualTo(403);
      if (row.lets(Role.ORG_ADMIN) && !row.isStream()) {
        assertProblem(answer, 403, "not-acting-for");
      }
    }
  }

  private TestMember member(Role role) {
    return switch (role) {
      case ORG_ADMIN -> group.admin();
      case TRADER -> group.trader();
      case GATE -> group.gate();
      default -> group.reader();
    };
  }

  private static Http.Answer call(Http as, Row row) {
    String path =
        row.path
            .replace("{materialKey}", "fly-ash")
            .replace("{month}", "2026-01")
            .replaceAll("\\{[a-zA-Z]+}", Id.of(1).toString());
    Http versioned = as.ifMatch(1).withKey(Http.freshKey());
    return switch (row.method) {
      case "GET" -> row.isStream() ? as.open(path) : as.get(path);
      case "POST", "PUT" -> versioned.send(row.method, path, "{}");
      default -> versioned.send(row.method, path, null);
    };
  }

  /// The matrix of roles, which these rows are walked by as well.
  private static List<Row> rows() {
    try (InputStream file =
        Objects.requireNonNull(
            ActingIT.class.getResourceAsStream("/cn/wufei/exchange/http/permissions.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(Row::of).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @param path after `/api/v1`
  private record Row(String method, String path, Set<String> may) {

    static Row of(String line) {
      String[] words = line.strip().split("\\s+", 0);
      return new Row(
          words[0],
          words[1].substring("/api/v1".length()),
          Set.copyOf(List.of(words).subList(2, words.length)));
    }

    /// Its answer goes on and on, so nobody reads what it says.
    boolean isStream() {
      return path.endsWith("/stream");
    }

    boolean lets(Role role) {
      return may.contains("anybody")
          || may.contains("signed-in")
          || role.grantedCodes().stream().anyMatch(may::contains);
    }
  }
}
