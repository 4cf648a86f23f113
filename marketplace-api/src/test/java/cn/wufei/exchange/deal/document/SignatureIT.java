package cn.wufei.exchange.deal.document;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.worklist.Work;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignatureIT {

  private static final String KIND = "agreement-to-sign";

  private final Paperwork paperwork = Paperwork.begin();
  private final TestMember seller = paperwork.seller();
  private final TestMember buyer = paperwork.buyer();

  @Test
  void a_version_holds_when_both_sides_have_signed_it() {
    JsonNode waiting = Work.only(Http.as(seller), KIND);
    assertThat(waiting.at("/subjectId").asText()).isEqualTo(paperwork.agreementId());
    assertThat(waiting.at("/aspect").asText()).isEqualTo("sign");
    assertThat(waiting.at("/note").asText()).isEqualTo(paperwork.agreement().text("number"));
    assertThat(waiting.at("/partner/name").asText()).isEqualTo(paperwork.trade().receiver().name());

    JsonNode once = paperwork.sign(seller).expect(200).json();

    assertThat(once.at("/versions/0/status").asText()).isEqualTo("signed-once");
    assertThat(DocumentIT.texts(once.at("/acts"))).containsExactly("record-paper");
    assertThat(Work.count(Http.as(seller), KIND)).isZero();
    assertThat(Work.count(Http.as(buyer), KIND)).isOne();
    assertThat(told(buyer).at("/kind").asText()).isEqualTo("document-signed");
    assertThat(told(buyer).at("/facts/partner").asText())
        .isEqualTo(paperwork.trade().producer().name());

    JsonNode both = paperwork.sign(buyer).expect(200).json();

    JsonNode version = both.at("/versions/0");
    assertThat(version.at("/status").asText()).isEqualTo("signed");
    assertThat(both.at("/inForce").asInt()).isEqualTo(1);
    assertThat(both.has("open")).isFalse();
    assertThat(DocumentIT.texts(both.at("/acts"))).containsExactly("amend");
    assertThat(version.at("/signatures").findValuesAsText("side"))
        .containsExactly("seller", "buyer");
    assertThat(version.at("/signatures").findValuesAsText("memberName"))
        .containsExactly(seller.login(), buyer.login());
    assertThat(version.at("/signatures/0/organisationName").asText())
        .isEqualTo(paperwork.trade().producer().name());
    assertThat(version.at("/content")).isEqualTo(once.at("/versions/0/content"));
    assertThat(Work.count(Http.as(buyer), KIND)).isZero();
    assertThat(told(seller).at("/kind").asText()).isEqualTo("document-complete");
    assertProblem(paperwork.sign(seller), 409, "version-not-open");
  }

  @Test
  void a_wrong_password_signs_nothing_and_counts_as_a_failed_sign_in() {
    Map<String, Long> before = Books.rowCounts();
    for (int i = 0; i < 5; i++) {
      Http.Answer wrong = paperwork.sign(seller, "not-the-password-" + i);
      assertProblem(wrong, 422, "password-wrong");
      assertThat(fieldsOf(wrong)).containsExactly("password");
    }

    Http.Answer locked = paperwork.sign(seller);

    assertProblem(locked, 429, "sign-in-locked");
    assertThat(locked.number("facts/retryAfterSeconds")).isPositive();
    assertThat(
            Http.anonymous()
                .post("/session", body("login", seller.login(), "password", seller.password()))
                .code())
        .isEqualTo("sign-in-locked");
    assertThat(Books.rowCounts()).isEqualTo(before);
    paperwork.sign(paperwork.trade().producer().admin()).expect(200);
  }

  @Test
  void who_signs_says_what_was_read() {
    Http.Answer other =
        Http.as(seller)
            .post(
                paperwork.version(1) + "/signature",
                body("sha256", "0".repeat(64), "password", seller.password()));
    assertProblem(other, 409, "hash-differs");
    assertThat(fieldsOf(other)).containsExactly("sha256");
    Http.Answer malformed =
        Http.as(seller)
            .post(
                paperwork.version(1) + "/signature",
                body("sha256", "ABC", "password", seller.password()));
    assertThat(fieldsOf(malformed.expect(400))).containsExactly("sha256");
    assertThat(malformed.body()).doesNotContain(seller.password());
    assertProblem(
        Http.as(seller)
            .post(
                paperwork.version(2) + "/signature",
                body("sha256", paperwork.sha256(), "password", seller.password())),
        404,
        "not-found");
  }

  @Test
  void a_side_signs_once_and_strangers_readers_and_authorities_not_at_all() {
    paperwork.sign(seller).expect(200);

    assertProblem(paperwork.sign(paperwork.trade().producer().admin()), 409, "side-signed-already");
    assertProblem(paperwork.sign(Fixtures.producerReceiver().trader()), 404, "not-found");
    for (TestMember who :
        List.of(
            paperwork.trade().receiver().reader(),
            paperwork.trade().receiver().gate(),
            Fixtures.auditor(Role.AUDIT_INDUSTRY))) {
      assertThat(paperwork.sign(who).status()).isEqualTo(403);
    }
    assertThat(paperwork.newest().at("/signatures")).hasSize(1);
  }

  @Test
  void a_key_cannot_sign() {
    Http key = paperwork.key();

    Http.Answer refused =
        key.post(
            paperwork.version(1) + "/signature",
            body("sha256", paperwork.sha256(), "password", seller.password()));

    assertProblem(refused, 403, "not-for-keys");
    assertThat(key.get(paperwork.path()).expect(200).json().at("/acts")).isEmpty();
  }

  @Test
  void sent_twice_it_is_signed_once_and_answered_alike() {
    Http once = Http.as(seller).withKey("sign-" + paperwork.agreementId());
    Map<String, Object> signature =
        body("sha256", paperwork.sha256(), "password", seller.password());

    Http.Answer first = once.post(paperwork.version(1) + "/signature", signature).expect(200);
    Http.Answer second = once.post(paperwork.version(1) + "/signature", signature).expect(200);

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void both_sides_may_sign_at_the_same_moment() throws Exception {
    List<Http.Answer> answers = together(() -> paperwork.sign(seller), () -> paperwork.sign(buyer));

    assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
    assertThat(answers)
        .extracting(answer -> answer.json().at("/versions/0/status").asText())
        .containsExactlyInAnyOrder("signed-once", "signed");
    assertThat(paperwork.newest().at("/signatures")).hasSize(2);
  }

  @Test
  void of_two_members_of_one_side_exactly_one_signs() throws Exception {
    TestMember admin = paperwork.trade().producer().admin();

    List<Http.Answer> answers = together(() -> paperwork.sign(seller), () -> paperwork.sign(admin));

    assertThat(answers).extracting(Http.Answer::status).containsExactlyInAnyOrder(200, 409);
    assertThat(answers).extracting(Http.Answer::code).contains("side-signed-already");
    assertThat(paperwork.newest().at("/status").asText()).isEqualTo("signed-once");
    assertThat(paperwork.newest().at("/signatures")).hasSize(1);
  }

  private static JsonNode told(TestMember member) {
    return Http.as(member).get("/notices").expect(200).json().at("/items/0");
  }

  static List<Http.Answer> together(Callable<Http.Answer> one, Callable<Http.Answer> other)
      throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Http.Answer>> answers =
          List.of(one, other).stream()
              .map(request ->
                  threads.submit(() -> {
                    start.await();
                    return request.call();
                  }))
              .toList();
      start.countDown();
      return List.of(answers.getFirst().get(), answers.getLast().get());
    }
  }
}
