package cn.wufei.exchange.stockpile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Stockpiles as a plan states them, and reports of them, through the API.
@DisplayNameGeneration(ReplaceUnderscores.class)
class StockpileIT {

  @Test
  void a_stated_stockpile_shows_no_progress_until_somebody_reports() {
    Http industry = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));
    Http.Answer stated = industry.post("/stockpiles", hill()).expect(201);

    assertThat(stated.json().has("reportedKg")).isFalse();

    Http.Answer reported =
        Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY))
            .post("/stockpiles/" + stated.text("id") + "/reports", report("2024-06-30"))
            .expect(201);

    assertThat(reported.number("statedKg")).isEqualTo(590_000_000);
    assertThat(reported.number("reportedKg")).isEqualTo(120_000_000);
    assertThat(reported.text("reportedOn")).isEqualTo("2024-06-30");
  }

  @Test
  void a_report_lies_between_the_document_and_today() {
    Http industry = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));
    String reports =
        "/stockpiles/" + industry.post("/stockpiles", hill()).expect(201).text("id") + "/reports";

    assertThat(industry.post(reports, report("2999-01-01")).code()).isEqualTo("reported-in-future");
    assertThat(industry.post(reports, report("2023-04-12")).code())
        .isEqualTo("reported-before-stated");
  }

  @Test
  void a_stockpile_is_stated_once_and_only_by_who_may() {
    Http industry = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));
    Map<String, Object> hill = hill();
    industry.post("/stockpiles", hill).expect(201);

    assertThat(industry.post("/stockpiles", hill).code()).isEqualTo("stockpile-name-taken");
    assertThat(Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)).post("/stockpiles", hill()).status())
        .isEqualTo(403);
    assertThat(Http.as(Fixtures.producer().trader()).post("/stockpiles", hill()).status())
        .isEqualTo(403);
  }

  private static Map<String, Object> report(String day) {
    return Map.of(
        "remainingKg", 120_000_000, "reportedOn", day, "method", "survey", "source", "无人机测绘");
  }

  private static Map<String, Object> hill() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", "矸石山 " + Fixtures.nextNumber());
    body.put("statedKg", 590_000_000);
    body.put("statedApproximately", true);
    body.put("statedIn", "实施方案");
    body.put("statedOn", "2023-04-13");
    body.put("clearBy", "2024-12-31");
    return body;
  }
}
