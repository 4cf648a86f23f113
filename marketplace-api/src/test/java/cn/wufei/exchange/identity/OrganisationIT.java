package cn.wufei.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.testing.TestOrganisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrganisationIT {

  @Test
  void the_first_operator_is_made_once() {
    TestMember operator = Fixtures.operator();

    Http.Answer me = Http.as(operator).get("/me").expect(200);
    assertThat(me.text("role")).isEqualTo("operator");
    assertThat(me.text("organisation/kind")).isEqualTo("platform");
    assertThat(Http.anonymous().get("/status").json().get("bootstrapped").asBoolean()).isTrue();
    Http.Answer again =
        Http.anonymous()
            .post(
                "/bootstrap",
                Map.of("secret", "x", "login", "second", "password", "long-enough-1", "name", "乙"));
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.code()).isEqualTo("bootstrap-refused");
  }

  @Test
  void the_first_operators_secret_is_removed_once_it_was_used() throws IOException {
    Path secret = TestExchange.get().stateFolder().resolve("first-operator-secret");
    Fixtures.operator();
    assertThat(secret).doesNotExist();

    Files.writeString(secret, "left by another instance");
    try (TestExchange _ = TestExchange.get().anotherInstance(Map.of())) {
      assertThat(secret).doesNotExist();
    }
  }

  @Test
  void a_firm_signs_up_and_waits_and_is_verified() {
    Map<String, Object> signUp = Fixtures.signUp("producer", "新厂");

    Http.Answer organisation = Http.anonymous().post("/organisations", signUp).expect(201);

    assertThat(organisation.text("status")).isEqualTo("pending");
    assertThat(organisation.json().get("demo").asBoolean()).isFalse();
    TestMember admin = Fixtures.signedIn(loginOf(signUp));
    Organisations organisations = TestExchange.get().bean(Organisations.class);
    assertThat(organisations.requireTrading(admin.caller()))
        .isEqualTo(Outcome.refused(CommonRefusal.ORGANISATION_NOT_VERIFIED));

    TestMember auditor = Fixtures.auditor(Role.AUDIT_INDUSTRY);
    String path = "/organisations/" + organisation.text("id");
    Http.Answer verified =
        Http.as(auditor)
            .ifMatch(1)
            .post(path + "/verification", Map.of("decision", "verified"))
            .expect(200);

    assertThat(verified.text("status")).isEqualTo("verified");
    assertThat(verified.number("version")).isEqualTo(2);
    assertThat(Http.as(admin).get(path).json()).isEqualTo(verified.json());
    assertThat(organisations.requireTrading(admin.caller()))
        .isEqualTo(
            Outcome.done(Objects.requireNonNull(organisations.find(admin.organisationId()))));
  }

  @Test
  void a_decision_needs_the_version_that_was_read() {
    Map<String, Object> signUp = Fixtures.signUp("receiver", "版本厂");
    String path =
        "/organisations/"
            + Http.anonymous().post("/organisations", signUp).expect(201).text("id")
            + "/verification";
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));
    Map<String, Object> verified = Map.of("decision", "verified");

    assertThat(auditor.post(path, verified).status()).isEqualTo(428);
    assertThat(auditor.ifMatch(7).post(path, verified).code()).isEqualTo("version-stale");
    assertThat(auditor.ifMatch(1).post(path, Map.of("decision", "suspended")).code())
        .isEqualTo("decision-not-applicable");
    auditor.ifMatch(1).post(path, verified).expect(200);
    assertThat(auditor.ifMatch(1).post(path, verified).status()).isEqualTo(412);
  }

  @Test
  void only_authorities_and_the_operator_list_and_decide() {
    TestOrganisation plant = Fixtures.producer();
    String path = "/organisations/" + plant.id() + "/verification";
    Map<String, Object> suspended = Map.of("decision", "suspended");

    assertThat(Http.as(plant.admin()).ifMatch(2).post(path, suspended).status()).isEqualTo(403);
    assertThat(
            Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)).ifMatch(2).post(path, suspended).status())
        .isEqualTo(403);
    assertThat(Http.anonymous().ifMatch(2).post(path, suspended).status()).isEqualTo(401);
    assertThat(Http.as(plant.admin()).get("/organisations").status()).isEqualTo(403);
    Http.Answer list =
        Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)).get("/organisations?status=verified&limit=1");
    assertThat(list.expect(200).json().get("items")).hasSize(1);
    String next = list.text("next");
    Http.Answer second =
        Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY))
            .get("/organisations?status=verified&limit=1&cursor=" + next)
            .expect(200);
    assertThat(second.text("items/0/id")).isLessThan(list.text("items/0/id"));
  }

  @Test
  void an_authority_is_entered_and_reviewed_by_the_operator_only() {
    Map<String, Object> signUp = Fixtures.signUp("authority", "某局");
    Fixtures.adminOf(signUp).put("role", "audit-ecology");

    Http.Answer stranger = Http.anonymous().post("/organisations", signUp);
    assertThat(stranger.status()).isEqualTo(403);
    assertThat(stranger.code()).isEqualTo("operator-only");
    Http.Answer authority = Http.as(Fixtures.operator()).post("/organisations", signUp).expect(201);
    assertThat(authority.text("status")).isEqualTo("verified");
    Http.Answer byAuditor =
        Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY))
            .ifMatch(1)
            .post(
                "/organisations/" + authority.text("id") + "/verification",
                Map.of("decision", "suspended"));
    assertThat(byAuditor.code()).isEqualTo("authority-reviewed-by-operator");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          demo       | true               | 403 | operator-only    | demo
          uscc       | 91370300MA3T00001X | 422 | uscc-invalid     | uscc
          uscc       | 91370300           | 422 | uscc-invalid     | uscc
          kind       | platform           | 400 | invalid-request  | kind
          adcode     | 37                 | 400 | invalid-request  | adcode
          name       | ''                 | 400 | invalid-request  | name
          admin.role | audit-industry     | 422 | role-not-offered | admin.role
          admin.login | Has Blanks        | 400 | invalid-request  | admin.login
          admin.password | short          | 400 | invalid-request  | admin.password
          """)
  void a_sign_up_is_refused_by_the_field_that_is_wrong(
      String field, String value, int status, String code, String path) {
    Map<String, Object> signUp = Fixtures.signUp("producer", "错误厂");
    Object typed = field.equals("demo") ? Boolean.valueOf(value) : value;
    if (field.startsWith("admin.")) {
      Fixtures.adminOf(signUp).put(field.substring("admin.".length()), typed);
    } else {
      signUp.put(field, typed);
    }

    Http.Answer answer = Http.anonymous().post("/organisations", signUp);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.text("fields/0/path")).isEqualTo(path);
  }

  @Test
  void a_credit_code_and_a_login_are_taken_once() {
    Map<String, Object> first = Fixtures.signUp("producer", "先到厂");
    Http.anonymous().post("/organisations", first).expect(201);
    Map<String, Object> sameCode = Fixtures.signUp("producer", "后到厂");
    sameCode.put("uscc", Objects.requireNonNull(first.get("uscc")));
    Map<String, Object> sameLogin = Fixtures.signUp("producer", "同名厂");
    Fixtures.adminOf(sameLogin).put("login", loginOf(first));

    assertThat(Http.anonymous().post("/organisations", sameCode).code()).isEqualTo("uscc-taken");
    assertThat(Http.anonymous().post("/organisations", sameLogin).code()).isEqualTo("login-taken");
  }

  @Test
  void members_are_seen_and_changed_within_their_organisation_only() {
    TestOrganisation one = Fixtures.producer();
    TestOrganisation two = Fixtures.receiver();
    TestMember trader = one.trader();

    Http.Answer foreign =
        Http.as(two.admin()).ifMatch(1).post("/members/" + trader.memberId() + "/deactivation");

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.code()).isEqualTo("not-found");
    Http.Answer mine = Http.as(one.admin()).get("/members").expect(200);
    assertThat(mine.json().findValuesAsText("login"))
        .containsExactly(trader.login(), one.admin().login());
    assertThat(mine.body()).doesNotContain("argon2");
    assertThat(Http.as(trader).get("/members").status()).isEqualTo(403);
  }

  @Test
  void the_last_administrator_stays() {
    TestOrganisation plant = Fixtures.producer();
    TestMember admin = plant.admin();
    String path = "/members/" + admin.memberId() + "/deactivation";

    assertThat(Http.as(admin).ifMatch(1).post(path).code()).isEqualTo("last-administrator");
    TestMember second = Fixtures.joining(admin, Role.ORG_ADMIN);
    Http.as(second).ifMatch(1).post(path).expect(200);
    assertThat(Http.as(second).ifMatch(2).post(path).code()).isEqualTo("member-not-active");
  }

  @Test
  void a_member_of_a_firm_cannot_become_an_operator() {
    Http.Answer answer =
        Http.as(Fixtures.producer().admin())
            .post(
                "/members",
                Map.of(
                    "login",
                    "climber",
                    "name",
                    "丙",
                    "role",
                    "operator",
                    "password",
                    Fixtures.PASSWORD));

    assertThat(answer.code()).isEqualTo("role-not-offered");
  }

  @Test
  void sites_lie_in_china_and_are_listed_to_their_owner() {
    TestOrganisation plant = Fixtures.producer();
    Http.Answer swapped =
        Http.as(plant.admin())
            .post(
                "/sites",
                Map.of("name", "颠倒", "adcode", "370300", "latitude", 118, "longitude", 36));

    assertThat(swapped.status()).isEqualTo(400);
    assertThat(swapped.json().get("fields").findValuesAsText("path"))
        .containsExactly("latitude", "longitude");
    Http.Answer mine = Http.as(plant.reader()).get("/sites").expect(200);
    assertThat(mine.json().findValuesAsText("id")).containsExactly(plant.siteId().toString());
    Organisations organisations = TestExchange.get().bean(Organisations.class);
    SiteRef site = Objects.requireNonNull(organisations.findSite(plant.siteId()));
    assertThat(site.organisationId()).isEqualTo(plant.id());
    assertThat(organisations.findSite(Id.of(1))).isNull();
    assertThat(Http.as(plant.gate()).post("/sites", Map.of()).status()).isEqualTo(403);
  }

  private static String loginOf(Map<String, Object> signUp) {
    return String.valueOf(Fixtures.adminOf(signUp).get("login"));
  }
}
