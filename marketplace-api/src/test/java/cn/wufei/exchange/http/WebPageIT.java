package cn.wufei.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.WebPage;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebPageIT {

  private static final Http BROWSER =
      Http.anonymous().with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

  @ParameterizedTest
  @ValueSource(strings = {"//", "//index.html", "//lots", "//lots/0SANR32QWH4RB"})
  void an_address_of_the_page_answers_the_page(String path) {
    Http.Answer answer = BROWSER.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(WebPage.INDEX);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
  }

  @Test
  void an_asset_is_kept_for_ever_and_compressed() {
    Http.Answer plain = Http.anonymous().get("//assets/index-abc123.js");
    Http.Answer packed =
        Http.anonymous().with("Accept-Encoding", "gzip").get("//assets/index-abc123.js");

    assertThat(plain.body()).startsWith(WebPage.SCRIPT);
    assertThat(plain.header("Cache-Control")).contains("immutable");
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//assets/gone.js", "/no-such-thing"})
  void what_is_not_the_pages_is_not_answered_with_it(String path) {
    assertThat(BROWSER.get(path).status()).isEqualTo(404);
  }

  @Test
  void health_and_status_are_open_to_everybody() {
    Http.Answer health = Http.anonymous().get("//health").expect(200);
    assertThat(health.text("status")).isEqualTo("UP");
    assertThat(health.json().has("details")).isFalse();
    Http.Answer status = Http.anonymous().get("/status").expect(200);
    assertThat(status.json().get("demo").asBoolean()).isFalse();
    assertThat(status.json().has("demoAccounts")).isFalse();
    assertThat(status.text("search")).isIn("up", "down");
  }

  @Test
  void an_instance_without_the_page_still_answers() {
    try (TestExchange bare =
        TestExchange.get().anotherInstance(Map.of("wufei.web.dir", "/no/such/folder"))) {
      assertThat(Http.anonymous(bare).get("/status").status()).isEqualTo(200);
      assertThat(Http.anonymous(bare).with("Accept", "text/html").get("//lots").status())
          .isEqualTo(404);
    }
  }

  @Test
  void an_address_that_asks_too_often_is_told_to_wait() {
    try (TestExchange strict =
        TestExchange.get()
            .anotherInstance(
                Map.of(
                    "wufei.limits.sign-in-per-minute",
                    2,
                    "wufei.http.trusted-proxies",
                    "127.0.0.0/8"))) {
      Http first = Http.anonymous(strict).with("X-Forwarded-For", "203.0.113.7");
      Http second = Http.anonymous(strict).with("X-Forwarded-For", "203.0.113.8");
      Map<String, String> wrong = Map.of("login", "somebody-else", "password", "wrong-password");
      first.post("/session", wrong).expect(401);
      first.post("/session", wrong).expect(401);

      Http.Answer third = first.post("/session", wrong).expect(429);

      assertThat(third.code()).isEqualTo("too-many-requests");
      assertThat(Long.parseLong(third.header("Retry-After"))).isBetween(1L, 31L);
      second.post("/session", wrong).expect(401);
    }
  }
}
