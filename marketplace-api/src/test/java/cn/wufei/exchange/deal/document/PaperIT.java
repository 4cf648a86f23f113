package cn.wufei.exchange.deal.document;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.worklist.Work;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PaperIT {

  private static final byte[] SCAN = "%PDF-1.7 盖章合同".getBytes(StandardCharsets.UTF_8);
  private static final String KIND = "agreement-to-sign";

  private final Paperwork paperwork = Paperwork.begin();
  private final Http seller = Http.as(paperwork.seller());
  private final Http buyer = Http.as(paperwork.buyer());
  private final String version = paperwork.version(1);

  @Test
  void what_one_side_records_and_the_other_confirms_is_signed() {
    Http.Answer scan = seller.post(version + "/files?name=hetong.pdf", SCAN).expect(201);
    Map<String, Object> paper = paperwork.paper();
    paper.put("fileId", scan.text("id"));

    JsonNode recorded = seller.post(version + "/papers", paper).expect(201).json();

    JsonNode record = recorded.at("/versions/0/papers/0");
    assertThat(record.at("/status").asText()).isEqualTo("recorded");
    assertThat(record.at("/recorder").asText()).isEqualTo("seller");
    assertThat(record.at("/recordedBy").asText()).isEqualTo(paperwork.seller().login());
    assertThat(record.at("/externalNumber").asText()).isEqualTo("HT-2026-118");
    assertThat(recorded.at("/versions/0/files/0/sha256").asText())
        .isEqualTo(Paperwork.hashOf(SCAN));
    assertThat(DocumentIT.texts(recorded.at("/acts"))).containsExactly("withdraw-paper");
    assertThat(Work.count(seller, KIND)).isZero();
    JsonNode waiting = Work.only(buyer, KIND);
    assertThat(waiting.at("/aspect").asText()).isEqualTo("confirm");
    assertThat(waiting.at("/since")).isEqualTo(record.at("/recordedAt"));
    assertThat(told(buyer).at("/kind").asText()).isEqualTo("document-paper-recorded");
    assertThat(told(buyer).at("/facts/externalNumber").asText()).isEqualTo("HT-2026-118");
    assertThat(buyer.download(version + "/files/" + scan.text("id")).body()).isEqualTo(SCAN);
    assertThat(DocumentIT.texts(paperwork.read().at("/acts")))
        .containsExactly("confirm-paper", "refuse-paper");

    JsonNode confirmed = buyer.post(answer(record, "confirmation")).expect(200).json();

    assertThat(confirmed.at("/versions/0/status").asText()).isEqualTo("signed");
    assertThat(confirmed.at("/inForce").asInt()).isEqualTo(1);
    assertThat(confirmed.at("/versions/0/signatures")).isEmpty();
    assertThat(confirmed.at("/versions/0/papers/0/answeredBy").asText())
        .isEqualTo(paperwork.buyer().login());
    assertThat(told(seller).at("/kind").asText()).isEqualTo("document-complete");
    assertThat(Work.count(buyer, KIND)).isZero();
    assertProblem(seller.post(version + "/papers", paper), 409, "version-not-open");
    assertProblem(seller.post(version + "/files?name=b.pdf", SCAN), 409, "version-not-open");
  }

  @Test
  void what_is_refused_or_taken_back_leaves_the_version_to_sign() {
    JsonNode first = record(seller);
    assertThat(fieldsOf(buyer.post(answer(first, "refusal"), body("reason", " ")).expect(400)))
        .containsExactly("reason");

    JsonNode refused =
        buyer.post(answer(first, "refusal"), body("reason", "编号不符")).expect(200).json();

    assertThat(refused.at("/versions/0/status").asText()).isEqualTo("proposed");
    assertThat(refused.at("/versions/0/papers/0/reason").asText()).isEqualTo("编号不符");
    assertThat(told(seller).at("/kind").asText()).isEqualTo("document-paper-refused");
    assertThat(told(seller).at("/facts/reason").asText()).isEqualTo("编号不符");
    assertProblem(buyer.post(answer(first, "confirmation")), 409, "paper-answered");

    JsonNode second = record(buyer);
    buyer.post(answer(second, "withdrawal")).expect(200);

    assertThat(told(seller).at("/kind").asText()).isEqualTo("document-paper-withdrawn");
    assertThat(paperwork.newest().at("/papers").findValuesAsText("status"))
        .containsExactly("withdrawn", "refused");
    paperwork.sign(paperwork.seller()).expect(200);
    paperwork.sign(paperwork.buyer()).expect(200);
  }

  @Test
  void a_key_neither_records_nor_confirms_what_would_make_a_version_signed() {
    Http key = paperwork.key();

    assertProblem(key.post(version + "/papers", paperwork.paper()), 403, "not-for-keys");
    JsonNode record = record(buyer);
    assertProblem(key.post(answer(record, "confirmation")), 403, "not-for-keys");

    assertThat(paperwork.newest().at("/status").asText()).isEqualTo("proposed");
    assertThat(DocumentIT.texts(key.get(paperwork.path()).expect(200).json().at("/acts")))
        .containsExactly("refuse-paper");
    key.post(version + "/files?name=hetong.pdf", SCAN).expect(201);
    key.post(answer(record, "refusal"), body("reason", "编号不符")).expect(200);
  }

  @Test
  void so_many_papers_are_recorded_of_a_version_and_then_no_more() {
    for (int i = 0; i < DocumentLimits.PAPERS_MAX; i++) {
      seller.post(answer(record(seller), "withdrawal")).expect(200);
    }

    Http.Answer refused = seller.post(version + "/papers", paperwork.paper());

    assertProblem(refused, 409, "papers-too-many");
    assertThat(refused.number("facts/papersMax")).isEqualTo(DocumentLimits.PAPERS_MAX);
    paperwork.sign(paperwork.seller()).expect(200);
  }

  @Test
  void each_side_does_what_is_its_own_to_do() {
    JsonNode record = record(seller);

    assertProblem(seller.post(answer(record, "confirmation")), 403, "not-yours-to-answer");
    assertProblem(
        seller.post(answer(record, "refusal"), body("reason", "x")), 403, "not-yours-to-answer");
    assertProblem(buyer.post(answer(record, "withdrawal")), 403, "not-your-paper");
    assertProblem(buyer.post(version + "/papers", paperwork.paper()), 409, "paper-waits");
    assertProblem(paperwork.sign(paperwork.buyer()), 409, "paper-waits");
    Http stranger = Http.as(Fixtures.producerReceiver().trader());
    assertProblem(stranger.post(answer(record, "confirmation")), 404, "not-found");
    assertProblem(stranger.post(version + "/papers", paperwork.paper()), 404, "not-found");
    assertProblem(stranger.post(version + "/files?name=a.pdf", SCAN), 404, "not-found");
    Paperwork other = Paperwork.begin();
    assertProblem(
        Http.as(other.buyer())
            .post(
                answer(record, "confirmation")
                    .replace(paperwork.agreementId(), other.agreementId())),
        404,
        "not-found");
  }

  @Test
  void what_cannot_be_is_refused_by_field() {
    refused("sha256", "0".repeat(64), 409, "hash-differs");
    refused(
        "signedOn", paperwork.trade().today().plusDays(1).toString(), 422, "signed-in-the-future");
    refused(
        "signedOn",
        paperwork.trade().today().minusDays(31).toString(),
        422,
        "signed-before-agreed");
    refused("fileId", paperwork.agreementId(), 422, "no-such-file");
    Map<String, Object> paper = paperwork.paper();
    paper.put("externalNumber", "");
    assertThat(fieldsOf(seller.post(version + "/papers", paper).expect(400)))
        .containsExactly("externalNumber");
    assertProblem(
        seller.post(version + "/files?name=a.pdf", new byte[100]), 422, "file-kind-unknown");
  }

  @Test
  void a_side_that_has_signed_here_may_still_sign_on_paper() {
    paperwork.sign(paperwork.seller()).expect(200);

    JsonNode record = record(seller);
    JsonNode confirmed = buyer.post(answer(record, "confirmation")).expect(200).json();

    assertThat(confirmed.at("/versions/0/status").asText()).isEqualTo("signed");
    assertThat(confirmed.at("/versions/0/signatures")).hasSize(1);
  }

  @Test
  void of_two_papers_recorded_at_the_same_moment_one_stands() throws Exception {
    Map<String, Object> paper = paperwork.paper();

    List<Http.Answer> answers =
        SignatureIT.together(
            () -> seller.post(version + "/papers", paper),
            () -> buyer.post(version + "/papers", paper));

    assertThat(answers).extracting(Http.Answer::status).containsExactlyInAnyOrder(201, 409);
    assertThat(answers).extracting(Http.Answer::code).contains("paper-waits");
    assertThat(paperwork.newest().at("/papers")).hasSize(1);
  }

  private JsonNode record(Http side) {
    return side.post(version + "/papers", paperwork.paper())
        .expect(201)
        .json()
        .at("/versions/0/papers/0");
  }

  private void refused(String field, Object value, int status, String code) {
    Map<String, Object> paper = paperwork.paper();
    paper.put(field, value);
    Http.Answer answer = seller.post(version + "/papers", paper);
    assertProblem(answer, status, code);
    assertThat(fieldsOf(answer)).containsExactly(field);
  }

  private String answer(JsonNode paper, String how) {
    return version + "/papers/" + paper.at("/id").asText() + "/" + how;
  }

  private static JsonNode told(Http who) {
    return who.get("/notices").expect(200).json().at("/items/0");
  }
}
