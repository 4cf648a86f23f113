package cn.wufei.exchange.delegation;

import static cn.wufei.exchange.deal.Trade.body;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.testing.TestOrganisation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Delegations through the API.
final class Delegating {

  private Delegating() {}

  static LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(TestExchange.get().bean(Clock.class)));
  }

  /// One that is accepted as it is; a test changes what it is about.
  static Map<String, Object> draft(
      TestOrganisation delegator, TestOrganisation delegate, String... scopes) {
    return body(
        "delegateId",
        delegate.id().toString(),
        "scopes",
        List.of(scopes),
        "firstDay",
        today().toString(),
        "lastDay",
        today().plusDays(100).toString(),
        "note",
        "集团统一销售",
        "password",
        delegator.admin().password());
  }

  static Http.Answer offered(
      TestOrganisation delegator, TestOrganisation delegate, String... scopes) {
    return Http.as(delegator.admin())
        .post("/delegations", draft(delegator, delegate, scopes))
        .expect(201);
  }

  static Http.Answer accepted(TestOrganisation delegate, Http.Answer offered) {
    return act(
            delegate.admin(),
            offered,
            "acceptance",
            Map.of("password", delegate.admin().password()))
        .expect(200);
  }

  /// From today on.
  static Http.Answer active(
      TestOrganisation delegator, TestOrganisation delegate, String... scopes) {
    return accepted(delegate, offered(delegator, delegate, scopes));
  }

  static Http.Answer act(TestMember who, Http.Answer delegation, String act, Map<String, ?> body) {
    return Http.as(who)
        .ifMatch(delegation.number("version"))
        .post("/delegations/" + delegation.text("id") + "/" + act, body);
  }

  static Http.Answer ended(TestMember by, Http.Answer delegation) {
    return act(by, delegation, "ending", Map.of("reason", "改为自行销售")).expect(200);
  }

  static Http acting(TestMember member, Id organisation) {
    return Http.as(member).with("Wufei-Acting-For", organisation.toString());
  }

  /// Moves its last day, and that of an answer, as only time would.
  static void lastDay(Http.Answer delegation, LocalDate day) {
    Books.write(
        "update delegation_delegation set first_day = ?, last_day = ?, until_day = ?,"
            + " answer_by = ? where id = ?",
        day.minusDays(1).toString(),
        day.toString(),
        day.toString(),
        day.toString(),
        Books.numberOf(delegation.text("id")));
  }
}
