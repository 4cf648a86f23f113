package cn.wufei.exchange.notify.webhook;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.notify.TestNotices;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which webhooks there may be, and whose they are.
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookRulesIT {

  private static final String WEBHOOKS = Hooks.WEBHOOKS;

  private final TestOrganisation plant = Fixtures.producer();
  private final Http admin = Http.as(plant.admin());
  private final Receiver receiver = new Receiver();
  private final Hooks hooks = new Hooks(admin, receiver);

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void name_address_and_kinds_are_changed_against_a_version() {
    String hook = hooks.make(null);
    Map<String, Object> changed = hooks.content(List.of("lot-expired"));
    changed.put("name", "仓库");
    changed.put("url", receiver.url() + "/new");

    Http.Answer answer = admin.ifMatch(1).put(WEBHOOKS + "/" + hook, changed).expect(200);

    assertThat(answer.text("name")).isEqualTo("仓库");
    assertThat(answer.json().at("/kinds/0").asText()).isEqualTo("lot-expired");
    assertProblem(admin.ifMatch(1).put(WEBHOOKS + "/" + hook, changed), 412, "version-stale");
    TestNotices.tell(plant, "lot-expired", "x");
    assertThat(hooks.awaitMessages(1).getFirst().path()).isEqualTo("/hook/new");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          url  | ftp://erp.example.cn/    | 422 | webhook-url-invalid
          url  | http://erp.example.cn/   | 422 | webhook-url-invalid
          url  | https://169.254.169.254/ | 422 | webhook-address-private
          url  | ''                       | 400 | invalid-request
          name | ' '                      | 400 | invalid-request
          """)
  void what_is_no_webhook_is_refused(String field, String value, int status, String code) {
    Map<String, Object> body = hooks.content(null);
    body.put(field, value);

    Http.Answer answer = admin.post(WEBHOOKS, body);

    assertProblem(answer, status, code);
    assertThat(answer.json().at("/fields/0/path").asText()).isEqualTo(field);
    assertThat(hooks.all()).isEmpty();
  }

  @Test
  void a_firm_has_ten_webhooks_at_most_and_strangers_see_none_of_them() {
    String hook = hooks.make(null);
    for (int i = 1; i < 10; i++) {
      hooks.make(null);
    }

    assertProblem(admin.post(WEBHOOKS, hooks.content(null)), 409, "too-many-webhooks");

    Http stranger = Http.as(Fixtures.receiver().admin());
    for (String path : List.of("", "/deliveries")) {
      assertProblem(stranger.get(WEBHOOKS + "/" + hook + path), 404, "not-found");
    }
    for (String act : List.of("removal", "pause", "resumption", "secret", "test", "replay")) {
      assertProblem(stranger.post(WEBHOOKS + "/" + hook + "/" + act), 404, "not-found");
    }
    assertProblem(
        stranger.ifMatch(1).put(WEBHOOKS + "/" + hook, hooks.content(null)), 404, "not-found");
    Http.Answer first = admin.get(WEBHOOKS + "?limit=9").expect(200);
    assertThat(
            admin
                .get(WEBHOOKS + "?limit=9&cursor=" + first.text("next"))
                .json()
                .at("/items")
                .findValuesAsText("id"))
        .containsExactly(hook);
  }
}
