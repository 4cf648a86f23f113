package cn.wufei.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionIT {

  @Test
  void a_member_signs_in_and_learns_who_it_is() {
    TestOrganisation plant = Fixtures.producer();

    Http.Answer session = signIn(plant.admin().login(), Fixtures.PASSWORD).expect(200);

    Http.Answer me = Http.withToken(session.text("accessToken")).get("/me").expect(200);
    assertThat(session.json().get("me")).isEqualTo(me.json());
    assertThat(me.text("role")).isEqualTo("org-admin");
    assertThat(me.text("organisation/uscc")).isEqualTo(plant.uscc());
    assertThat(me.text("organisation/status")).isEqualTo("verified");
    assertThat(session.text("expiresAt")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    assertThat(session.header("Set-Cookie"))
        .startsWith("wufei_refresh=")
        .contains("HTTPOnly", "SameSite=Strict", "Path=/api/v1/session")
        .doesNotContain("Secure");
    assertThat(session.body()).doesNotContain(refreshToken(session));
  }

  @Test
  void a_wrong_password_and_an_unknown_login_are_refused_alike() {
    TestMember admin = Fixtures.producer().admin();

    Http.Answer wrong = signIn(admin.login(), "not-the-password");
    Http.Answer unknown = signIn("nobody-at-all", "not-the-password");

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("sign-in-refused");
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @Test
  void five_failures_lock_a_login_on_every_instance() {
    TestMember admin = Fixtures.producer().admin();
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(admin.login(), "wrong-password-" + i).status()).isEqualTo(401);
    }

    Http.Answer locked = signIn(admin.login(), Fixtures.PASSWORD);

    assertThat(locked.status()).isEqualTo(429);
    assertThat(locked.code()).isEqualTo("sign-in-locked");
    assertThat(Long.parseLong(locked.header("Retry-After"))).isBetween(890L, 901L);
    assertThat(locked.number("facts/retryAfterSeconds"))
        .isEqualTo(Long.parseLong(locked.header("Retry-After")));
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of())) {
      Http.Answer elsewhere =
          Http.anonymous(other)
              .post("/session", Map.of("login", admin.login(), "password", Fixtures.PASSWORD));
      assertThat(elsewhere.code()).isEqualTo("sign-in-locked");
    }
  }

  @Test
  void an_unknown_login_is_locked_like_a_known_one() {
    String nobody = "nobody-" + Fixtures.nextNumber();
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(nobody, "wrong-password-" + i).status()).isEqualTo(401);
    }

    assertThat(signIn(nobody, Fixtures.PASSWORD).code()).isEqualTo("sign-in-locked");
  }

  @Test
  void a_right_password_forgives_earlier_failures() {
    TestMember admin = Fixtures.producer().admin();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 4; i++) {
        signIn(admin.login(), "wrong-password-" + i).expect(401);
      }
      signIn(admin.login(), Fixtures.PASSWORD).expect(200);
    }
  }

  @Test
  void a_refresh_token_works_once_and_its_reuse_ends_the_session() {
    TestMember admin = Fixtures.producer().admin();
    Http.Answer first = signIn(admin.login(), Fixtures.PASSWORD).expect(200);

    Http.Answer second = refresh(refreshToken(first)).expect(200);
    assertThat(refreshToken(second)).isNotEqualTo(refreshToken(first));
    assertThat(second.json().get("me")).isEqualTo(first.json().get("me"));
    Http.Answer reused = refresh(refreshToken(first));

    assertThat(reused.status()).isEqualTo(401);
    assertThat(reused.code()).isEqualTo("session-ended");
    assertThat(refresh(refreshToken(second)).code()).isEqualTo("session-ended");
    awaitUnauthenticated(second.text("accessToken"));
  }

  @Test
  void signing_out_ends_the_session_and_clears_the_cookie() {
    TestMember admin = Fixtures.producer().admin();
    Http.Answer session = signIn(admin.login(), Fixtures.PASSWORD).expect(200);
    String cookie = "wufei_refresh=" + refreshToken(session);

    Http.Answer out = Http.anonymous().with("Cookie", cookie).delete("/session").expect(204);

    assertThat(out.header("Set-Cookie")).startsWith("wufei_refresh=;").contains("Max-Age=0");
    assertThat(refresh(refreshToken(session)).code()).isEqualTo("session-ended");
    awaitUnauthenticated(session.text("accessToken"));
  }

  @Test
  void without_a_cookie_there_is_nothing_to_refresh() {
    Http.Answer refreshed = Http.anonymous().send("POST", "/session/refresh", null);

    assertThat(refreshed.status()).isEqualTo(401);
    assertThat(refreshed.code()).isEqualTo("session-ended");
  }

  @Test
  void another_sites_page_cannot_use_the_cookie() {
    TestMember admin = Fixtures.producer().admin();
    Http.Answer session = signIn(admin.login(), Fixtures.PASSWORD).expect(200);
    String cookie = "wufei_refresh=" + refreshToken(session);

    Http.Answer foreign =
        Http.anonymous()
            .with("Cookie", cookie)
            .with("Origin", "https://elsewhere.example")
            .send("POST", "/session/refresh", null);

    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.code()).isEqualTo("origin-refused");
    String own = "http://localhost:" + TestExchange.get().url().getPort();
    Http.anonymous()
        .with("Cookie", cookie)
        .with("Origin", own)
        .send("POST", "/session/refresh", null)
        .expect(200);
  }

  @Test
  void a_deactivated_members_token_stops_working_on_every_instance() {
    TestMember admin = Fixtures.producer().admin();
    TestMember trader = Fixtures.joining(admin, Role.TRADER);
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of())) {
      Http elsewhere =
          Http.anonymous(other).with("Authorization", "Bearer " + trader.accessToken());
      elsewhere.get("/me").expect(200);

      Http.as(admin).ifMatch(1).post("/members/" + trader.memberId() + "/deactivation").expect(200);

      await().until(() -> elsewhere.get("/me").status() == 401);
    }
    awaitUnauthenticated(trader.accessToken());
    assertThat(signIn(trader.login(), Fixtures.PASSWORD).code()).isEqualTo("sign-in-refused");
  }

  @Test
  void a_suspended_organisations_members_are_shut_out() {
    TestOrganisation plant = Fixtures.producer();
    Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY))
        .ifMatch(2)
        .post(
            "/organisations/" + plant.id() + "/verification",
            Map.of("decision", "suspended", "note", "许可证过期"))
        .expect(200);

    awaitUnauthenticated(plant.admin().accessToken());
    Http.Answer again = signIn(plant.admin().login(), Fixtures.PASSWORD);
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.code()).isEqualTo("organisation-suspended");
  }

  @Test
  void a_token_that_was_changed_is_no_token() {
    String token = Fixtures.producer().admin().accessToken();
    String changed = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");

    Http.Answer answer = Http.withToken(changed).get("/me");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
  }

  private static Http.Answer signIn(String login, String password) {
    return Http.anonymous().post("/session", Map.of("login", login, "password", password));
  }

  private static Http.Answer refresh(String token) {
    return Http.anonymous()
        .with("Cookie", "wufei_refresh=" + token)
        .send("POST", "/session/refresh", null);
  }

  private static String refreshToken(Http.Answer answer) {
    String cookie = answer.header("Set-Cookie");
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  private static void awaitUnauthenticated(String accessToken) {
    await().until(() -> Http.withToken(accessToken).get("/me").code().equals("unauthenticated"));
  }
}
