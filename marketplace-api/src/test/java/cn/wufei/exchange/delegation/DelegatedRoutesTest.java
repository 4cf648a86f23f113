package cn.wufei.exchange.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DelegatedRoutesTest {

  @ParameterizedTest
  @CsvSource({
    "GET,    /lots,                                   READ",
    "HEAD,   /lots,                                   READ",
    "GET,    /agreements/{id}/document.pdf,           READ",
    "GET,    /notices/stream,                         READ",
    "GET,    /organisations/{id},                     READ",
    "GET,    /partners/{organisationId},              TRADE",
    "POST,   /lots,                                   TRADE",
    "POST,   /offers/{id}/acceptance,                 TRADE",
    "DELETE, /tenders/{id}/bid,                       TRADE",
    "POST,   /tenders/{id}/deposits/{depositId}/confirmation, SETTLEMENT",
    "POST,   /agreements/{id}/cancellation,           TRADE",
    "POST,   /agreements/{id}/call-offs/{callOffId}/acceptance, TRADE",
    "GET,    /price-indices/{code}/values,            READ",
    "PUT,    /agreements/{id}/pickup-limit,           SETTLEMENT",
    "POST,   /agreements/{id}/document/amendments,    SIGN",
    "POST,   /agreements/{id}/document/versions/{number}/signature, SIGN",
    "POST,   /loads/{id}/receipt,                     GATE",
    "POST,   /statements/{id}/agreement,              SETTLEMENT",
    "POST,   /corrections/{id}/approval,              RECORDS",
    "POST,   /streams/{id}/entries,                   RECORDS",
    "POST,   /price-examples,                         READ",
    "PUT,    /notices/reading,                        READ",
  })
  void a_route_needs_the_scope_of_what_it_does(String method, String path, DelegationScope needed) {
    assertThat(DelegatedRoutes.needed(method, "/api/v1" + path)).isEqualTo(needed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /me",
        "GET /members",
        "POST /members",
        "POST /members/{id}/deactivation",
        "GET /keys",
        "POST /keys",
        "GET /webhooks",
        "POST /webhooks",
        "PUT /policy",
        "PUT /policy/approval",
        "POST /approvals/{id}/approval",
        "POST /approvals/{id}/refusal",
        "POST /lot-drafts/{id}/return",
        "POST /lot-drafts/{id}/publication",
        "GET /delegations",
        "POST /delegations",
        "GET /delegations/acting",
        "POST /delegations/{id}/acceptance",
        "GET /partners/firms",
        "POST /partners/{organisationId}/decisions",
        "GET /export",
        "GET /organisations",
        "POST /organisations/{organisationId}/months/{month}/closing",
        "POST /sites",
        "POST /imports",
        "PUT /settlement/vat-rate",
        "POST /price-indices/{code}/values",
        "PUT /notice-settings/topics",
        "POST /session",
        "POST /session/refresh",
        "DELETE /session",
        "POST /something/that/is/new",
        "GET /something-new",
      })
  void what_is_not_named_is_the_firms_own(String route) {
    String[] words = route.split(" ", 2);
    assertThat(DelegatedRoutes.needed(words[0], "/api/v1" + words[1])).isNull();
  }
}
