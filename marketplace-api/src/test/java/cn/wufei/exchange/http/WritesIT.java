package cn.wufei.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WritesIT {

  private static final Map<String, Object> SITE =
      Map.of("name", "二号堆场", "adcode", "370300", "latitude", 36.8, "longitude", 118.05);

  @Test
  void the_same_request_is_answered_as_the_first_time() {
    TestOrganisation plant = Fixtures.producer();
    Http keyed = Http.as(plant.admin()).withKey(Http.freshKey());

    Http.Answer first = keyed.post("/sites", SITE).expect(201);
    Http.Answer second = keyed.post("/sites", SITE).expect(201);

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(sites(plant)).isEqualTo(2);
  }

  @Test
  void a_key_is_not_good_for_another_request() {
    TestOrganisation plant = Fixtures.producer();
    Http keyed = Http.as(plant.admin()).withKey(Http.freshKey());
    keyed.post("/sites", SITE).expect(201);

    Http.Answer other =
        keyed.post(
            "/sites",
            Map.of("name", "别处", "adcode", "370300", "latitude", 36.8, "longitude", 118.05));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
    assertThat(sites(plant)).isEqualTo(2);
  }

  @Test
  void two_organisations_may_use_the_same_key() {
    String key = Http.freshKey();
    TestOrganisation one = Fixtures.producer();
    TestOrganisation two = Fixtures.receiver();

    Http.Answer first = Http.as(one.admin()).withKey(key).post("/sites", SITE).expect(201);
    Http.Answer second = Http.as(two.admin()).withKey(key).post("/sites", SITE).expect(201);

    assertThat(second.text("id")).isNotEqualTo(first.text("id"));
  }

  @Test
  void a_refused_request_may_be_sent_again_with_its_key() {
    Http keyed = Http.anonymous().withKey(Http.freshKey());
    Map<String, Object> signUp = Fixtures.signUp("producer", "重试厂");
    Map<String, Object> wrong = new java.util.LinkedHashMap<>(signUp);
    wrong.put("uscc", "91370300MA3T00001X");
    keyed.post("/organisations", wrong).expect(422);

    keyed.post("/organisations", signUp).expect(201);
  }

  @Test
  void a_write_needs_a_key_of_the_right_shape() {
    Http admin = Http.as(Fixtures.producer().admin());

    assertThat(admin.send("POST", "/sites", SITE).code()).isEqualTo("idempotency-key-missing");
    assertThat(admin.withKey("short").post("/sites", SITE).code())
        .isEqualTo("idempotency-key-malformed");
  }

  @Test
  void the_same_request_sent_at_once_is_done_once() throws Exception {
    Map<String, Object> signUp = Fixtures.signUp("producer", "同时厂");
    Http keyed = Http.anonymous().withKey(Http.freshKey());

    List<Http.Answer> answers = atOnce(8, keyed, signUp);

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed").isEmpty()))
        .hasSize(1);
  }

  /// Code and login go to the same one: a request that looked for the code just before it was given
  /// away finds the login taken.
  @Test
  void different_requests_for_one_thing_at_once_give_it_to_one() throws Exception {
    Map<String, Object> signUp = Fixtures.signUp("producer", "争抢厂");

    List<Http.Answer> answers = atOnce(8, Http.anonymous(), signUp);

    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() != 201))
        .hasSize(7)
        .allMatch(answer -> List.of("uscc-taken", "login-taken").contains(answer.code()));
  }

  private static List<Http.Answer> atOnce(int times, Http client, Map<String, Object> signUp)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<Future<Http.Answer>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        running.add(threads.submit(() -> client.post("/organisations", signUp)));
      }
      List<Http.Answer> answers = new ArrayList<>();
      for (Future<Http.Answer> one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  private static int sites(TestOrganisation plant) {
    return Http.as(plant.admin()).get("/sites").expect(200).json().get("items").size();
  }
}
