package cn.wufei.exchange.identity;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.worklist.Work;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A program of a firm acts by a key: for the firm, under the key's name, within its role, until
/// the key ends.
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyIT {

  private static final String KEYS = "/keys";
  private static final Map<String, Object> DRAFT = Map.of("content", Map.of("title", "半成品"));
  private static final Map<String, Object> SITE =
      Map.of("name", "二厂", "adcode", "370300", "latitude", 36.8, "longitude", 118.0);

  private final TestOrganisation plant = Fixtures.producer();
  private final Http admin = Http.as(plant.admin());

  @Test
  void a_key_is_made_and_its_secret_is_said_once() {
    Http.Answer made = admin.post(KEYS, key("ERP 接口", "trader")).expect(201);

    String secret = made.text("secret");
    assertThat(secret).matches("wfk_[A-Za-z0-9_-]{43}");
    assertThat(made.text("key/name")).isEqualTo("ERP 接口");
    assertThat(made.text("key/role")).isEqualTo("trader");
    assertThat(made.text("key/status")).isEqualTo("active");
    assertThat(made.text("key/createdBy")).isEqualTo(admin.get("/me").text("name"));
    assertThat(made.text("key/expiresOn")).isEqualTo(inDays(90).toString());
    assertThat(secret).endsWith(made.text("key/hint"));
    assertThat(made.json().at("/key/lastUsedAt").isMissingNode()).isTrue();
    Http.Answer second = admin.post(KEYS, key("地磅", "gate")).expect(201);
    Http.Answer list = admin.get(KEYS).expect(200);
    assertThat(list.json().findValuesAsText("name")).containsExactly("地磅", "ERP 接口");
    assertThat(list.json().at("/items/1")).isEqualTo(made.json().at("/key"));
    assertThat(list.body()).doesNotContain(secret, second.text("secret"));
    Http.Answer firstPage = admin.get(KEYS + "?limit=1").expect(200);
    Http.Answer next = admin.get(KEYS + "?limit=1&cursor=" + firstPage.text("next")).expect(200);
    assertThat(next.text("items/0/id")).isEqualTo(made.text("key/id"));
  }

  @Test
  void a_program_reads_and_writes_and_is_named_by_its_key() {
    Http.Answer made = admin.post(KEYS, key("ERP 接口", "trader")).expect(201);
    Http program = Http.withToken(made.text("secret"));

    program.get("/lots").expect(200);
    Http.Answer draft = program.post("/lot-drafts", DRAFT).expect(201);

    assertThat(draft.text("author")).isEqualTo("ERP 接口");
    Http.Answer site = program.post("/sites", SITE).expect(201);
    JsonNode record =
        Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY))
            .get("/audit/records?organisationId=" + plant.id())
            .expect(200)
            .json()
            .at("/items/0");
    assertThat(record.at("/subjectId").asText()).isEqualTo(site.text("id"));
    assertThat(record.at("/memberId").asText()).isEqualTo(made.text("key/memberId"));
    assertThat(admin.get(KEYS).text("items/0/lastUsedAt")).isNotEmpty();
  }

  @Test
  void what_a_program_repeats_with_its_idempotency_key_is_done_once() {
    Http program =
        Http.withToken(secretOf(key("ERP", "trader"))).withKey("order-of-" + Fixtures.nextNumber());

    Http.Answer first = program.post("/lot-drafts", DRAFT).expect(201);

    assertThat(program.post("/lot-drafts", DRAFT).expect(201).json()).isEqualTo(first.json());
  }

  @Test
  void a_key_may_do_what_its_role_may_and_no_more() {
    Http reading = Http.withToken(secretOf(key("报表", "reader")));
    Http trading = Http.withToken(secretOf(key("ERP", "trader")));

    reading.get("/lot-drafts").expect(200);
    assertProblem(reading.post("/lot-drafts", DRAFT), 403, "forbidden");
    for (String path : new String[] {"/members", KEYS, "/export/tables"}) {
      assertProblem(trading.get(path), 403, "forbidden");
    }
    assertProblem(trading.post(KEYS, key("又一个", "reader")), 403, "forbidden");
    assertProblem(
        trading.ifMatch(0).put("/policy", Map.of("lotsReviewed", true)), 403, "forbidden");
  }

  @Test
  void a_key_does_not_sign_in_or_out_and_is_nobody() {
    TestMember person = plant.admin();
    Http program = Http.withToken(secretOf(key("ERP", "trader")));

    assertProblem(program.get("/me"), 403, "not-for-keys");
    assertProblem(program.delete("/session"), 403, "not-for-keys");
    assertProblem(program.send("POST", "/session/refresh", null), 403, "not-for-keys");
    assertProblem(
        program.post("/session", Map.of("login", person.login(), "password", Fixtures.PASSWORD)),
        403,
        "not-for-keys");
    program.get("/lots").expect(200);
  }

  @Test
  void a_program_is_no_person() {
    Id member = Id.parse(admin.post(KEYS, key("ERP", "trader")).expect(201).text("key/memberId"));

    assertThat(admin.get("/members").expect(200).json().findValuesAsText("login"))
        .containsExactly(plant.admin().login());
    assertProblem(admin.ifMatch(1).post("/members/" + member + "/deactivation"), 404, "not-found");
    Organisations organisations = TestExchange.get().bean(Organisations.class);
    assertThat(organisations.namesOfOthers(plant.admin().caller(), Role.TRADER)).isEmpty();
    for (String login : new String[] {"KEY-" + member, "key-" + member}) {
      assertProblem(
          Http.anonymous().post("/session", Map.of("login", login, "password", " x")),
          401,
          "sign-in-refused");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name      | ''         | 400 | invalid-request    | name
          name      | '   '      | 400 | invalid-request    | name
          role      | org-admin  | 400 | invalid-request    | role
          role      | operator   | 400 | invalid-request    | role
          expiresOn | never      | 400 | invalid-request    | expiresOn
          expiresOn | 2020-01-01 | 422 | key-expiry-outside | expiresOn
          expiresOn | 9999-12-31 | 422 | key-expiry-outside | expiresOn
          """)
  void a_key_is_refused_by_the_field_that_is_wrong(
      String field, String value, int status, String code, String path) {
    Map<String, Object> body = key("ERP", "reader");
    body.put(field, value);

    Http.Answer answer = admin.post(KEYS, body);

    assertProblem(answer, status, code);
    assertThat(fieldsOf(answer)).containsExactly(path);
    assertThat(admin.get(KEYS).json().at("/items")).isEmpty();
  }

  @Test
  void a_key_lasts_from_a_day_to_a_year() {
    for (int days : new int[] {1, CreateKey.DAYS_MAX}) {
      admin.post(KEYS, keyUntil(inDays(days))).expect(201);
    }
    for (int days : new int[] {0, CreateKey.DAYS_MAX + 1}) {
      assertProblem(admin.post(KEYS, keyUntil(inDays(days))), 422, "key-expiry-outside");
    }
    Map<String, Object> tooLong = key("名".repeat(61), "reader");
    assertThat(fieldsOf(admin.post(KEYS, tooLong))).containsExactly("name");
    admin.post(KEYS, key("名".repeat(60), "reader")).expect(201);
    for (String missing : new String[] {"name", "role", "expiresOn"}) {
      Map<String, Object> body = key("ERP", "reader");
      body.remove(missing);
      assertThat(fieldsOf(admin.post(KEYS, body))).containsExactly(missing);
    }
  }

  @Test
  void a_firm_has_twenty_keys_that_work_at_most() {
    String first = admin.post(KEYS, key("ERP", "reader")).expect(201).text("key/id");
    for (int i = 1; i < CreateKey.LIVE_MAX; i++) {
      admin.post(KEYS, key("ERP " + i, "reader")).expect(201);
    }

    assertProblem(admin.post(KEYS, key("ERP 21", "reader")), 409, "too-many-keys");

    admin.post(KEYS + "/" + first + "/revocation").expect(200);
    admin.post(KEYS, key("ERP 21", "reader")).expect(201);
  }

  @Test
  void a_request_for_a_key_is_not_answered_twice_with_one_secret() {
    Http once = admin.withKey("key-" + Fixtures.nextNumber());

    String first = once.post(KEYS, key("ERP", "reader")).expect(201).text("secret");

    assertThat(once.post(KEYS, key("ERP", "reader")).expect(201).text("secret"))
        .isNotEqualTo(first);
  }

  @Test
  void a_revoked_key_works_on_no_instance_from_then_on() {
    Http.Answer made = admin.post(KEYS, key("ERP", "reader")).expect(201);
    String path = KEYS + "/" + made.text("key/id") + "/revocation";
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of())) {
      Http elsewhere = Http.anonymous(other).with("Authorization", "Bearer " + made.text("secret"));
      elsewhere.get("/lots").expect(200);

      Http.Answer revoked = admin.post(path).expect(200);

      assertThat(revoked.text("status")).isEqualTo("revoked");
      assertThat(revoked.text("revokedAt")).isNotEmpty();
      assertProblem(elsewhere.get("/lots"), 401, "unauthenticated");
    }
    assertProblem(Http.withToken(made.text("secret")).get("/lots"), 401, "unauthenticated");
    assertProblem(admin.post(path), 409, "key-ended");
    assertThat(admin.get(KEYS).text("items/0/status")).isEqualTo("revoked");
    JsonNode records =
        Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY))
            .get("/audit/records?organisationId=" + plant.id())
            .json()
            .at("/items");
    assertThat(records.findValuesAsText("action")).startsWith("key-revoked", "key-created");
  }

  @Test
  void another_firms_key_is_not_there() {
    String id = admin.post(KEYS, key("ERP", "reader")).expect(201).text("key/id");
    Http stranger = Http.as(Fixtures.receiver().admin());

    assertProblem(stranger.post(KEYS + "/" + id + "/revocation"), 404, "not-found");
    assertThat(stranger.get(KEYS).expect(200).json().at("/items")).isEmpty();
    assertThat(admin.get(KEYS).text("items/0/status")).isEqualTo("active");
  }

  @Test
  void a_key_ends_with_its_last_day_in_china() {
    Http.Answer made = admin.post(KEYS, keyUntil(inDays(30))).expect(201);
    Id id = Id.parse(made.text("key/id"));
    Instant end = LocalCalendar.startOf(inDays(31));

    assertThat(knownAt(end.minusSeconds(1), made.text("secret"))).isTrue();
    assertThat(knownAt(end, made.text("secret"))).isFalse();

    assertThat(seenAt(end.minusSeconds(1), id).status()).isEqualTo("active");
    assertThat(seenAt(end, id).status()).isEqualTo("expired");
  }

  @Test
  void a_key_whose_time_is_over_is_shown_and_not_taken_also_when_its_session_is_swept() {
    Http.Answer made = admin.post(KEYS, key("ERP", "reader")).expect(201);
    Tables.execute(
        "update identity_key set expires_at = '2020-01-01' where id = "
            + Id.parse(made.text("key/id")).value());
    Tables.execute(
        "update identity_session set expires_at = '2020-01-01' where member_id = "
            + Id.parse(made.text("key/memberId")).value());

    TestExchange.get().bean(ForgetExpired.class).run();

    assertProblem(Http.withToken(made.text("secret")).get("/lots"), 401, "unauthenticated");
    assertThat(admin.get(KEYS).expect(200).text("items/0/status")).isEqualTo("expired");
    assertProblem(admin.post(KEYS + "/" + made.text("key/id") + "/revocation"), 409, "key-ended");
  }

  @Test
  void a_suspended_organisations_keys_are_revoked_for_good() {
    Http.Answer made = admin.post(KEYS, key("ERP", "reader")).expect(201);
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));
    String path = "/organisations/" + plant.id() + "/verification";

    auditor.ifMatch(2).post(path, Map.of("decision", "suspended")).expect(200);

    assertProblem(Http.withToken(made.text("secret")).get("/lots"), 401, "unauthenticated");
    auditor.ifMatch(3).post(path, Map.of("decision", "verified")).expect(200);
    assertProblem(Http.withToken(made.text("secret")).get("/lots"), 401, "unauthenticated");
    TestMember again = Fixtures.signedIn(plant.admin().login());
    assertThat(Http.as(again).get(KEYS).expect(200).text("items/0/status")).isEqualTo("revoked");
  }

  @Test
  void a_key_outlives_the_membership_of_who_made_it() {
    TestMember second = Fixtures.joining(plant.admin(), Role.ORG_ADMIN);
    Http.Answer made = Http.as(second).post(KEYS, key("ERP", "reader")).expect(201);

    admin.ifMatch(1).post("/members/" + second.memberId() + "/deactivation").expect(200);

    Http.withToken(made.text("secret")).get("/lots").expect(200);
    assertThat(admin.get(KEYS).text("items/0/createdBy")).isEqualTo(second.login());
  }

  @Test
  void what_only_looks_like_a_key_is_none() {
    String secret = secretOf(key("ERP", "reader"));
    String changed = secret.substring(0, 46) + (secret.endsWith("A") ? "B" : "A");

    for (String token : new String[] {changed, secret + "A", secret.substring(0, 46), "wfk_"}) {
      assertProblem(Http.withToken(token).get("/lots"), 401, "unauthenticated");
    }
    assertProblem(Http.withToken(secret.substring(4)).get("/lots"), 401, "unauthenticated");
  }

  @Test
  void the_last_use_is_noted_to_the_minute() {
    Http.Answer made = admin.post(KEYS, key("ERP", "reader")).expect(201);
    Instant start = LocalCalendar.startOf(inDays(1));

    assertThat(usedAt(made, start)).isEqualTo(start);
    assertThat(usedAt(made, start.plusSeconds(59))).isEqualTo(start);
    assertThat(usedAt(made, start.plusSeconds(60))).isEqualTo(start.plusSeconds(60));
    assertThat(usedAt(made, start.plusSeconds(30))).isEqualTo(start.plusSeconds(60));
  }

  @Test
  void a_secret_lies_in_no_table() {
    String name = "ERP " + Fixtures.nextNumber() + " 的接口";
    Http.Answer made =
        admin.withKey("key-" + Fixtures.nextNumber()).post(KEYS, key(name, "trader")).expect(201);
    String secret = made.text("secret");
    Http.withToken(secret).post("/lot-drafts", DRAFT).expect(201);

    assertThat(Tables.columnsWith(name)).contains("identity_key.name", "identity_member.name");
    assertThat(Tables.columnsWith(secret)).isEmpty();
    assertThat(Tables.columnsWith(secret.substring(KnownKeys.PREFIX.length()))).isEmpty();
  }

  @Test
  void administrators_are_told_two_weeks_before_a_key_ends() {
    admin.post(KEYS, keyUntil(inDays(Keys.WARNING_DAYS + 1))).expect(201);
    Http.Answer ending = admin.post(KEYS, keyUntil(inDays(Keys.WARNING_DAYS))).expect(201);

    JsonNode waiting = Work.only(admin, "key-ending");

    assertThat(waiting.at("/subjectId").asText()).isEqualTo(ending.text("key/id"));
    assertThat(waiting.at("/label").asText()).isEqualTo("ERP");
    assertThat(waiting.at("/due").asText()).isEqualTo(ending.text("key/expiresOn"));
    assertThat(Work.count(Http.as(plant.trader()), "key-ending")).isZero();
    admin.post(KEYS + "/" + ending.text("key/id") + "/revocation").expect(200);
    assertThat(Work.count(admin, "key-ending")).isZero();
  }

  private String secretOf(Map<String, Object> key) {
    return admin.post(KEYS, key).expect(201).text("secret");
  }

  private static Map<String, Object> key(String name, String role) {
    Map<String, Object> body = keyUntil(inDays(90));
    body.put("name", name);
    body.put("role", role);
    return body;
  }

  private static Map<String, Object> keyUntil(LocalDate lastDay) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", "ERP");
    body.put("role", "reader");
    body.put("expiresOn", lastDay.toString());
    return body;
  }

  private static LocalDate inDays(int days) {
    return LocalCalendar.dayOf(Instant.now(TestExchange.get().bean(Clock.class))).plusDays(days);
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, LocalCalendar.ZONE);
  }

  private static boolean knownAt(Instant now, String secret) {
    return new KnownKeys(TestExchange.get().bean(KeyStore.class), at(now)).authenticationOf(secret)
        != null;
  }

  private KeyView seenAt(Instant now, Id key) {
    KeyViews views = TestExchange.get().bean(KeyViews.class);
    return Objects.requireNonNull(views.find(plant.id(), key, now));
  }

  /// When the key was last used, after it was used at that time.
  private Instant usedAt(Http.Answer made, Instant now) {
    assertThat(knownAt(now, made.text("secret"))).isTrue();
    return Instant.parse(admin.get(KEYS).expect(200).text("items/0/lastUsedAt"));
  }
}
