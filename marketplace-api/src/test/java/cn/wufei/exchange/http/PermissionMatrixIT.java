package cn.wufei.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.testing.TestOrganisation;
import io.micronaut.web.router.Router;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which role may call which route. A row names the roles whose bearer is let through to the use
/// case, which then answers what it will about a thing that does not exist or a body that is empty;
/// everybody else gets 403, and who has not signed in 401.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PermissionMatrixIT {

  /// Method, path template and who may: a role and all that include it, `signed-in` or `anybody`.
  private static final List<Row> MATRIX =
      """
      GET    /api/v1/lots                                            signed-in
      POST   /api/v1/lots                                            trader
      GET    /api/v1/lots/{id}                                       signed-in
      GET    /api/v1/lots/{id}/prices                                signed-in
      GET    /api/v1/lots/{id}/quality-reports                       signed-in
      GET    /api/v1/lots/{id}/quality-reports/{reportId}/files/{fileId}   signed-in
      GET    /api/v1/lots/{id}/coverage                              signed-in
      PUT    /api/v1/lots/{id}                                       trader
      POST   /api/v1/lots/{id}/pause                                 trader
      POST   /api/v1/lots/{id}/resumption                            trader
      POST   /api/v1/lots/{id}/withdrawal                            trader
      GET    /api/v1/lots/{id}/story                                 signed-in
      GET    /api/v1/lot-drafts                                      reader
      POST   /api/v1/lot-drafts                                      trader
      GET    /api/v1/lot-drafts/{id}                                 reader
      PUT    /api/v1/lot-drafts/{id}                                 trader
      DELETE /api/v1/lot-drafts/{id}                                 trader
      POST   /api/v1/lot-drafts/{id}/submission                      trader
      POST   /api/v1/lot-drafts/{id}/recall                          trader
      POST   /api/v1/lot-drafts/{id}/return                          org-admin
      POST   /api/v1/lot-drafts/{id}/publication                     org-admin
      GET    /api/v1/policy                                          reader
      PUT    /api/v1/policy                                          org-admin
      PUT    /api/v1/policy/approval                                 org-admin
      GET    /api/v1/approvals                                       reader
      GET    /api/v1/approvals/{id}                                  reader
      POST   /api/v1/approvals/question                              reader
      POST   /api/v1/approvals/{id}/approval                         org-admin
      POST   /api/v1/approvals/{id}/refusal                          org-admin
      POST   /api/v1/approvals/{id}/withdrawal                       trader
      GET    /api/v1/partners                                        trader
      GET    /api/v1/partners/{organisationId}                       trader
      GET    /api/v1/partners/{organisationId}/decisions             trader
      POST   /api/v1/partners/{organisationId}/decisions             org-admin
      GET    /api/v1/demands                                         signed-in
      POST   /api/v1/demands                                         trader
      GET    /api/v1/demands/{id}                                    signed-in
      PUT    /api/v1/demands/{id}                                    trader
      POST   /api/v1/demands/{id}/withdrawal                         trader
      GET    /api/v1/offers                                          signed-in
      POST   /api/v1/offers                                          trader
      GET    /api/v1/offers/{id}                                     signed-in
      GET    /api/v1/offers/{id}/course                              signed-in
      GET    /api/v1/offers/{id}/thread                              signed-in
      POST   /api/v1/offers/{id}/messages                            trader
      POST   /api/v1/offers/{id}/files                               trader
      GET    /api/v1/offers/{id}/files/{fileId}                      signed-in
      POST   /api/v1/offers/{id}/acceptance                          trader
      POST   /api/v1/offers/approval                                 trader
      POST   /api/v1/offers/{id}/acceptance/approval                 trader
      POST   /api/v1/offers/{id}/counter/approval                    trader
      POST   /api/v1/offers/{id}/decline                             trader
      POST   /api/v1/offers/{id}/withdrawal                          trader
      POST   /api/v1/offers/{id}/counter                             trader
      GET    /api/v1/tenders                                         signed-in
      POST   /api/v1/tenders                                         trader
      GET    /api/v1/tenders/{id}                                    signed-in
      POST   /api/v1/tenders/{id}/cancellation                       trader
      POST   /api/v1/tenders/{id}/ending                             trader
      POST   /api/v1/tenders/{id}/award                              trader
      POST   /api/v1/tenders/{id}/award/approval                     trader
      GET    /api/v1/tenders/{id}/record                             signed-in
      GET    /api/v1/tenders/{id}/record.csv                         signed-in
      GET    /api/v1/tenders/{id}/bid                                reader
      POST   /api/v1/tenders/{id}/bid                                trader
      PUT    /api/v1/tenders/{id}/bid                                trader
      DELETE /api/v1/tenders/{id}/bid                                trader
      POST   /api/v1/tenders/{id}/bid/opening                        trader
      GET    /api/v1/tenders/{id}/deposits                           signed-in
      POST   /api/v1/tenders/{id}/deposits                           trader
      POST   /api/v1/tenders/{id}/deposits/{depositId}/confirmation  trader
      POST   /api/v1/tenders/{id}/deposits/{depositId}/rejection     trader
      POST   /api/v1/tenders/{id}/deposits/{depositId}/release       trader
      POST   /api/v1/tenders/{id}/deposits/{depositId}/forfeiture    trader
      POST   /api/v1/price-examples                                  signed-in
      GET    /api/v1/import-kinds                                    reader
      GET    /api/v1/import-templates/{language}                     reader
      GET    /api/v1/imports                                         reader
      POST   /api/v1/imports                                         trader
      GET    /api/v1/imports/{id}                                    reader
      GET    /api/v1/imports/{id}/lines                              reader
      POST   /api/v1/imports/{id}/execution                          trader
      POST   /api/v1/imports/{id}/cancellation                       trader
      GET    /api/v1/export                                          org-admin
      GET    /api/v1/export/tables                                   org-admin
      GET    /api/v1/agreements                                      signed-in
      GET    /api/v1/agreements/{id}                                 signed-in
      POST   /api/v1/agreements/{id}/cancellation                    trader
      POST   /api/v1/agreements/{id}/completion                      trader
      GET    /api/v1/agreements/{id}/document                        signed-in
      GET    /api/v1/agreements/{id}/document.pdf                    signed-in
      GET    /api/v1/agreements/{id}/document/versions/{number}/content                       signed-in
      POST   /api/v1/agreements/{id}/document/versions/{number}/signature                     trader
      POST   /api/v1/agreements/{id}/document/versions/{number}/files                         trader
      GET    /api/v1/agreements/{id}/document/versions/{number}/files/{fileId}                signed-in
      POST   /api/v1/agreements/{id}/document/versions/{number}/papers                        trader
      POST   /api/v1/agreements/{id}/document/versions/{number}/papers/{paperId}/confirmation trader
      POST   /api/v1/agreements/{id}/document/versions/{number}/papers/{paperId}/refusal      trader
      POST   /api/v1/agreements/{id}/document/versions/{number}/papers/{paperId}/withdrawal   trader
      POST   /api/v1/agreements/{id}/document/amendments                                      trader
      POST   /api/v1/agreements/{id}/document/versions/{number}/refusal                       trader
      POST   /api/v1/agreements/{id}/document/versions/{number}/withdrawal                    trader
      GET    /api/v1/loads                                           signed-in
      POST   /api/v1/loads                                           trader gate
      GET    /api/v1/loads/{id}                                      signed-in
      POST   /api/v1/loads/receipts                                  trader gate
      POST   /api/v1/loads/{id}/receipt                              trader gate
      POST   /api/v1/loads/{id}/refusal                              trader gate
      GET    /api/v1/corrections                                     signed-in
      POST   /api/v1/corrections                                     trader
      GET    /api/v1/corrections/{id}                                signed-in
      POST   /api/v1/corrections/{id}/approval                       trader
      POST   /api/v1/corrections/{id}/decline                        trader
      POST   /api/v1/corrections/{id}/withdrawal                     trader
      GET    /api/v1/organisations/{organisationId}/months           signed-in
      POST   /api/v1/organisations/{organisationId}/months/{month}/closing     org-admin
      POST   /api/v1/organisations/{organisationId}/months/{month}/reopening   audit-industry audit-ecology
      GET    /api/v1/heaps                                           signed-in
      GET    /api/v1/heaps/{siteId}/{materialKey}/months/{month}     signed-in
      GET    /api/v1/use-reports                                     signed-in
      POST   /api/v1/use-reports                                     trader
      GET    /api/v1/assays                                          reader
      POST   /api/v1/assays                                          trader
      GET    /api/v1/assays/{id}                                     reader
      POST   /api/v1/assays/{id}/withdrawal                          trader
      GET    /api/v1/statements                                      reader
      POST   /api/v1/statements                                      trader
      GET    /api/v1/statements/{id}                                 reader
      GET    /api/v1/statements/{id}/lines                           reader
      POST   /api/v1/statements/{id}/agreement                       trader
      POST   /api/v1/statements/{id}/dispute                         trader
      POST   /api/v1/statements/{id}/withdrawal                      trader
      POST   /api/v1/statements/{id}/corrections                     trader
      GET    /api/v1/settlement/vat-rate                             reader
      PUT    /api/v1/settlement/vat-rate                             trader
      GET    /api/v1/settlement/overview                             reader
      GET    /api/v1/settlement/comparison                           reader
      GET    /api/v1/settlement/purchases                            reader
      GET    /api/v1/settlement/purchases.csv                        reader
      GET    /api/v1/payments                                        reader
      POST   /api/v1/payments                                        trader
      GET    /api/v1/payments/{id}                                   reader
      POST   /api/v1/payments/{id}/confirmation                      trader
      POST   /api/v1/payments/{id}/rejection                         trader
      POST   /api/v1/payments/{id}/withdrawal                        trader
      GET    /api/v1/deposits                                        reader
      POST   /api/v1/deposits                                        trader
      GET    /api/v1/deposits/{id}                                   reader
      POST   /api/v1/deposits/{id}/confirmation                      trader
      POST   /api/v1/deposits/{id}/rejection                         trader
      POST   /api/v1/deposits/{id}/withdrawal                        trader
      POST   /api/v1/deposits/{id}/release                           trader
      POST   /api/v1/deposits/{id}/releases/{releaseId}/confirmation trader
      POST   /api/v1/deposits/{id}/releases/{releaseId}/rejection    trader
      POST   /api/v1/deposits/{id}/releases/{releaseId}/withdrawal   trader
      POST   /api/v1/deposits/{id}/forfeit                           trader
      POST   /api/v1/deposits/{id}/offset                            trader
      GET    /api/v1/agreements/{id}/money                           reader
      PUT    /api/v1/agreements/{id}/pickup-limit                    trader
      GET    /api/v1/invoices                                        reader
      POST   /api/v1/invoices                                        trader
      GET    /api/v1/invoices/{id}                                   reader
      POST   /api/v1/invoices/{id}/withdrawal                        trader
      GET    /api/v1/streams                                         reader
      POST   /api/v1/streams                                         trader
      GET    /api/v1/streams/{id}                                    reader audit-industry audit-ecology
      POST   /api/v1/streams/{id}/entries                            trader
      GET    /api/v1/streams/{id}/entries                            reader audit-industry audit-ecology
      POST   /api/v1/streams/{id}/stock-takes                        trader
      GET    /api/v1/streams/{id}/coverage                           reader audit-industry audit-ecology
      GET    /api/v1/streams/{id}/profile                            reader audit-industry audit-ecology
      PUT    /api/v1/streams/{id}/profile                            trader
      GET    /api/v1/streams/{id}/quality-reports                    reader audit-industry audit-ecology
      POST   /api/v1/streams/{id}/quality-reports                    trader
      GET    /api/v1/quality-reports/{id}                            reader audit-industry audit-ecology
      POST   /api/v1/quality-reports/{id}/withdrawal                 trader
      POST   /api/v1/quality-reports/{id}/files                      trader
      GET    /api/v1/quality-reports/{id}/files/{fileId}             reader audit-industry audit-ecology
      GET    /api/v1/streams/{id}/years                              reader audit-industry audit-ecology
      POST   /api/v1/streams/{id}/years/{year}/clearing              trader
      POST   /api/v1/processings                                     trader
      GET    /api/v1/processings/{id}                                reader audit-industry audit-ecology
      POST   /api/v1/bootstrap                                       anybody
      GET    /api/v1/status                                          anybody
      POST   /api/v1/session                                         anybody
      POST   /api/v1/session/refresh                                 anybody
      DELETE /api/v1/session                                         anybody
      GET    /api/v1/me                                              signed-in
      GET    /api/v1/members                                         org-admin operator
      POST   /api/v1/members                                         org-admin operator
      POST   /api/v1/members/{id}/deactivation                       org-admin operator
      GET    /api/v1/keys                                            org-admin
      POST   /api/v1/keys                                            org-admin
      POST   /api/v1/keys/{id}/revocation                            org-admin
      GET    /api/v1/webhooks                                        org-admin
      POST   /api/v1/webhooks                                        org-admin
      GET    /api/v1/webhooks/{id}                                   org-admin
      PUT    /api/v1/webhooks/{id}                                   org-admin
      POST   /api/v1/webhooks/{id}/removal                           org-admin
      POST   /api/v1/webhooks/{id}/pause                             org-admin
      POST   /api/v1/webhooks/{id}/resumption                        org-admin
      POST   /api/v1/webhooks/{id}/secret                            org-admin
      POST   /api/v1/webhooks/{id}/test                              org-admin
      POST   /api/v1/webhooks/{id}/replay                            org-admin
      GET    /api/v1/webhooks/{id}/deliveries                        org-admin
      GET    /api/v1/webhooks/{id}/deliveries/{delivery}             org-admin
      POST   /api/v1/webhooks/{id}/deliveries/{delivery}/replay      org-admin
      GET    /api/v1/organisations                                   operator audit-industry audit-ecology
      POST   /api/v1/organisations                                   anybody
      GET    /api/v1/organisations/{id}                              signed-in
      POST   /api/v1/organisations/{id}/verification                 operator audit-industry
      GET    /api/v1/sites                                           signed-in
      POST   /api/v1/sites                                           org-admin trader
      GET    /api/v1/catalog/classes                                 anybody
      GET    /api/v1/catalog/codes                                   anybody
      GET    /api/v1/catalog/materials                               anybody
      GET    /api/v1/catalog/parameters                              anybody
      GET    /api/v1/catalog/hazards                                 anybody
      GET    /api/v1/catalog/tax-rates                               anybody
      GET    /api/v1/catalog/freight-rates                           anybody
      GET    /api/v1/catalog/uses                                    anybody
      GET    /api/v1/catalog/material-uses                           anybody
      GET    /api/v1/catalog/identification-thresholds               anybody
      GET    /api/v1/catalog/season-profiles                         anybody
      GET    /api/v1/catalog/regions                                 anybody
      GET    /api/v1/catalog/datasets                                anybody
      POST   /api/v1/catalog/screening                               anybody
      GET    /api/v1/search/lots                                     signed-in
      GET    /api/v1/search/demands                                  signed-in
      GET    /api/v1/search/freshness                                signed-in
      GET    /api/v1/indexing                                        operator
      GET    /api/v1/indexing/set-aside                              operator
      POST   /api/v1/indexing/{kind}/comparison                      operator
      POST   /api/v1/indexing/{kind}/rebuild                         operator
      POST   /api/v1/indexing/{kind}/set-aside/{id}/sending          operator
      GET    /api/v1/search/lots/clusters                            signed-in
      GET    /api/v1/search/demands/clusters                         signed-in
      GET    /api/v1/saved-searches                                  reader
      POST   /api/v1/saved-searches                                  reader
      PUT    /api/v1/saved-searches/{id}                             reader
      POST   /api/v1/saved-searches/{id}/opening                     reader
      DELETE /api/v1/saved-searches/{id}                             reader
      GET    /api/v1/lots/{id}/matches                               signed-in
      GET    /api/v1/demands/{id}/matches                            signed-in
      GET    /api/v1/demands/{id}/blends                             signed-in
      GET    /api/v1/lots/{id}/near-misses                           signed-in
      GET    /api/v1/demands/{id}/near-misses                        signed-in
      GET    /api/v1/lots/{id}/matches/{demandId}                    signed-in
      GET    /api/v1/demands/{id}/matches/{lotId}                    signed-in
      GET    /api/v1/standing-matches                                reader
      PUT    /api/v1/standing-matches/seen                           trader
      GET    /api/v1/dismissals                                      reader
      POST   /api/v1/dismissals                                      trader
      GET    /api/v1/dismissals/counts                               reader
      DELETE /api/v1/dismissals/{id}                                 trader
      GET    /api/v1/work                                            signed-in
      GET    /api/v1/work/{kind}                                     signed-in
      GET    /api/v1/notices                                         signed-in
      GET    /api/v1/notices/stream                                  signed-in
      PUT    /api/v1/notices/reading                                 signed-in
      GET    /api/v1/notice-settings                                 signed-in
      PUT    /api/v1/notice-settings/topics                          signed-in
      PUT    /api/v1/notice-settings/address                         signed-in
      POST   /api/v1/notice-settings/address/confirmation            signed-in
      DELETE /api/v1/notice-settings/address                         signed-in
      GET    /api/v1/mails                                           operator
      GET    /api/v1/mails/{name}                                    operator
      PUT    /api/v1/notices/{number}/reading                        signed-in
      GET    /api/v1/stockpiles                                      signed-in
      POST   /api/v1/stockpiles                                      audit-industry operator
      POST   /api/v1/stockpiles/{id}/reports                         audit-industry audit-ecology
      GET    /api/v1/metrics/utilisation                             reader audit-industry audit-ecology operator
      GET    /api/v1/metrics/postings                                reader audit-industry audit-ecology operator
      GET    /api/v1/audit/funnel                                    audit-industry audit-ecology operator
      GET    /api/v1/audit/funnel/{stage}                            audit-industry audit-ecology operator
      GET    /api/v1/audit/loads/{id}                                audit-industry audit-ecology operator
      GET    /api/v1/audit/use-reports/{id}                          audit-industry audit-ecology operator
      GET    /api/v1/audit/records                                   audit-industry audit-ecology operator
      GET    /api/v1/streams/{id}/stock-takes                        reader audit-industry audit-ecology
      GET    /api/v1/streams/{id}/unreconciled                       reader audit-industry audit-ecology
      GET    /api/v1/ledger/accounts                                 signed-in
      GET    /api/v1/ledger/accounts/{id}                            signed-in
      GET    /api/v1/ledger/accounts/{id}/days                       signed-in
      GET    /api/v1/ledger/accounts/{id}/statement                  signed-in
      GET    /api/v1/ledger/postings/{number}/proof                  signed-in
      GET    /api/v1/ledger/head                                     signed-in
      GET    /api/v1/ledger/kinds                                    signed-in
      GET    /api/v1/ledger/statement                                signed-in
      """
          .lines()
          .map(Row::of)
          .toList();

  private static final Map<Role, TestMember> MEMBERS = new EnumMap<>(Role.class);

  @BeforeAll
  static void members_of_every_role() {
    TestOrganisation plant = Fixtures.producerReceiver();
    MEMBERS.put(Role.ORG_ADMIN, plant.admin());
    MEMBERS.put(Role.TRADER, plant.trader());
    MEMBERS.put(Role.GATE, plant.gate());
    MEMBERS.put(Role.READER, plant.reader());
    MEMBERS.put(Role.AUDIT_INDUSTRY, Fixtures.auditor(Role.AUDIT_INDUSTRY));
    MEMBERS.put(Role.AUDIT_ECOLOGY, Fixtures.auditor(Role.AUDIT_ECOLOGY));
    MEMBERS.put(Role.OPERATOR, Fixtures.operator());
  }

  static Stream<Row> matrix() {
    return MATRIX.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("matrix")
  void a_route_lets_through_who_may_and_nobody_else(Row row) {
    for (Role role : Role.values()) {
      TestMember member = Objects.requireNonNull(MEMBERS.get(role), role::code);
      int status = call(Http.as(member), row).status();

      if (row.may().contains("anybody")) {
        assertThat(status).as(row + " as " + role.code()).isNotIn(403, 405, 500);
      } else if (row.lets(role)) {
        assertThat(status).as(row + " as " + role.code()).isNotIn(401, 403, 405, 500);
      } else {
        assertThat(status).as(row + " as " + role.code()).isEqualTo(403);
      }
    }
    int anonymous = call(Http.anonymous(), row).status();
    if (row.may().contains("anybody")) {
      assertThat(anonymous).as(row + " as a stranger").isNotIn(405, 500);
    } else {
      assertThat(anonymous).as(row + " as a stranger").isEqualTo(401);
    }
  }

  @Test
  void every_route_of_the_api_has_a_row() {
    Set<String> routes =
        TestExchange.get()
            .bean(Router.class)
            .uriRoutes()
            .filter(route -> !Set.of("HEAD", "OPTIONS").contains(route.getHttpMethodName()))
            .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate())
            .filter(route -> route.contains(" /api/"))
            .filter(route -> !route.contains("/api/v1/echo"))
            .map(route -> route.replaceAll("\\{\\?[^}]*}", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(routes).isNotEmpty();
    assertThat(MATRIX.stream().map(row -> row.method() + " " + row.template()))
        .containsExactlyInAnyOrderElementsOf(routes);
  }

  private static Http.Answer call(Http as, Row row) {
    String nothing = Id.of(1).toString();
    String path =
        row.template()
            .replace("{materialKey}", "fly-ash")
            .replace("{month}", "2026-01")
            .replaceAll("\\{[a-zA-Z]+}", nothing);
    Http versioned = caller(as, row).ifMatch(1).withKey(Http.freshKey());
    return switch (row.method()) {
      case "GET" -> path.endsWith("/stream") ? as.open(path) : as.get(path);
      case "POST", "PUT" -> versioned.send(row.method(), path, "{}");
      default -> versioned.send(row.method(), path, null);
    };
  }

  /// Signing out would end the session that the other rows are called with.
  private static Http caller(Http as, Row row) {
    return row.toString().equals("DELETE /api/v1/session") ? Http.anonymous() : as;
  }

  /// One line of the matrix.
  record Row(String method, String template, Set<String> may) {

    static Row of(String line) {
      String[] words = line.strip().split("\\s+", 0);
      return new Row(words[0], words[1], Set.copyOf(List.of(words).subList(2, words.length)));
    }

    boolean lets(Role role) {
      return may.contains("anybody")
          || may.contains("signed-in")
          || role.grantedCodes().stream().anyMatch(may::contains);
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }
}
