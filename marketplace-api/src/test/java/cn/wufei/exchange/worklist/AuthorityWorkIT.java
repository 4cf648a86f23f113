package cn.wufei.exchange.worklist;

import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What waits for those who watch or run the exchange. Other tests leave work for them too.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorityWorkIT {

  @Test
  void an_organisation_waits_for_who_may_let_it_in() {
    Http operator = Http.as(Fixtures.operator());
    Http industry = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));

    Http.Answer firm =
        Http.anonymous().post("/organisations", Fixtures.signUp("producer", "待核验")).expect(201);

    assertThat(Work.keys(operator, "verification", 100)).contains(firm.text("id"));
    assertThat(Work.keys(industry, "verification", 2)).contains(firm.text("id"));
    assertThat(Work.count(Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)), "verification")).isZero();
    industry
        .ifMatch(firm.number("version"))
        .post("/organisations/" + firm.text("id") + "/verification", body("decision", "verified"))
        .expect(200);
    assertThat(Work.keys(operator, "verification", 100)).doesNotContain(firm.text("id"));
  }

  @Test
  void a_stockpile_waits_when_its_day_is_over_until_it_is_reported_cleared() {
    Http industry = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));
    Http.Answer pile =
        industry
            .post(
                "/stockpiles",
                body(
                    "name",
                    "矸石山 " + Fixtures.nextNumber(),
                    "statedKg",
                    590_000_000,
                    "statedApproximately",
                    true,
                    "statedIn",
                    "实施方案",
                    "statedOn",
                    "2023-04-13",
                    "clearBy",
                    "2024-12-31"))
            .expect(201);
    assertThat(Work.keys(industry, "stockpile", 100)).contains(pile.text("id"));

    industry
        .post(
            "/stockpiles/" + pile.text("id") + "/reports",
            body(
                "remainingKg",
                0,
                "reportedOn",
                "2024-12-30",
                "method",
                "survey",
                "source",
                "无人机测绘"))
        .expect(201);

    assertThat(Work.keys(industry, "stockpile", 100)).doesNotContain(pile.text("id"));
  }
}
