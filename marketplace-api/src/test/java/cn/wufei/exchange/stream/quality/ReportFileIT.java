package cn.wufei.exchange.stream.quality;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestMember;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportFileIT {

  private static final int MEBIBYTE = 1024 * 1024;

  private final Trade trade = Trade.begin();

  @Test
  void a_file_comes_back_as_it_was_sent() {
    String report = record(true);
    byte[] sent = pdf(3 * MEBIBYTE + 1);

    JsonNode attached =
        trade
            .seller()
            .post(report + "/files?name=" + Http.encoded("检测报告 1.pdf"), sent)
            .expect(201)
            .json();

    assertThat(attached.at("/name").asText()).isEqualTo("检测报告 1.pdf");
    assertThat(attached.at("/mediaType").asText()).isEqualTo("application/pdf");
    assertThat(attached.at("/sizeBytes").asInt()).isEqualTo(sent.length);
    assertThat(attached.at("/sha256").asText()).hasSize(64);
    assertThat(trade.seller().get(report).json().at("/files/0")).isEqualTo(attached);
    var answer = trade.seller().download(report + "/files/" + attached.at("/id").asText());
    assertThat(answer.body()).isEqualTo(sent);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment")
        .contains(Http.encoded("检测报告"));
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void the_same_request_again_gets_the_first_answer_and_the_same_content_is_attached_once() {
    String report = record(true);
    Http keyed = trade.seller().withKey(Http.freshKey());
    byte[] sent = pdf(2_000);

    Http.Answer first = keyed.post(report + "/files?name=a.pdf", sent).expect(201);
    Http.Answer again = keyed.post(report + "/files?name=a.pdf", sent).expect(201);

    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertProblem(
        keyed.post(report + "/files?name=a.pdf", pdf(2_001)), 422, "idempotency-key-reused");
    Http.Answer other = trade.seller().post(report + "/files?name=b.pdf", sent);
    assertProblem(other, 409, "file-attached-already");
    assertThat(fieldsOf(other)).containsExactly("file");
    assertThat(trade.seller().get(report).json().at("/files")).hasSize(1);
  }

  @Test
  void what_is_no_report_is_refused_and_leaves_nothing() {
    String report = record(true);
    String files = report + "/files?name=a.pdf";
    Http seller = trade.seller();

    for (Http.Answer kind :
        List.of(
            seller.post(files, "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)),
            seller.with("Content-Type", "application/pdf").post(files, new byte[9_000]))) {
      assertProblem(kind, 422, "file-kind-unknown");
      assertThat(fieldsOf(kind)).containsExactly("file");
    }
    assertProblem(seller.post(files, new byte[0]), 422, "file-empty");
    assertProblem(seller.post(files), 422, "file-empty");
    Http.Answer large = seller.post(files, pdf(10 * MEBIBYTE + 1));
    assertProblem(large, 422, "file-too-large");
    assertThat(large.number("facts/bytesMax")).isEqualTo(10 * MEBIBYTE);
    assertProblem(seller.post(files, pdf(70 * MEBIBYTE)), 422, "file-too-large");
    for (String name : List.of("", "%20", "x".repeat(121), "..%2Fa.pdf", "a%0D%0Ab.pdf")) {
      assertThat(fieldsOf(seller.post(report + "/files?name=" + name, pdf(100)).expect(400)))
          .containsExactly("name");
    }
    assertThat(seller.post(report + "/files", pdf(100)).status()).isEqualTo(400);
    assertThat(seller.get(report).json().at("/files")).isEmpty();
    seller.post(files, pdf(10 * MEBIBYTE)).expect(201);
  }

  @Test
  void five_files_belong_to_a_report_also_when_more_are_sent_at_once() throws Exception {
    String report = record(true);
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> all =
          IntStream.range(0, 7)
              .<Callable<Integer>>mapToObj(i ->
                  () ->
                      trade
                          .seller()
                          .post(report + "/files?name=" + i + ".pdf", pdf(300_000 + i))
                          .status())
              .toList();
      for (Future<Integer> answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).containsExactlyInAnyOrder(201, 201, 201, 201, 201, 409, 409);
    assertThat(trade.seller().get(report).json().at("/files")).hasSize(5);
    Http.Answer more = trade.seller().post(report + "/files?name=8.pdf", pdf(8));
    assertProblem(more, 409, "files-too-many");
    assertThat(more.number("facts/filesMax")).isEqualTo(5);
  }

  @Test
  void a_file_is_read_by_those_who_may_read_its_report_and_attached_by_its_owner() {
    String shown = record(true);
    String own = record(false);
    String shownFile = attach(shown);
    String ownFile = attach(own);
    String lot = "/lots/" + trade.publish(10_000).text("id");
    Http stranger = Http.as(Fixtures.producer().trader());

    assertThat(trade.buyer().download(shown + shownFile).statusCode()).isEqualTo(404);
    assertThat(stranger.download(own + ownFile).statusCode()).isEqualTo(404);
    assertThat(stranger.post(shown + "/files?name=a.pdf", pdf(10)).status()).isEqualTo(404);
    assertThat(trade.buyer().download(lot + shown + shownFile).statusCode()).isEqualTo(200);
    assertThat(trade.buyer().download(lot + own + ownFile).statusCode()).isEqualTo(404);
    assertThat(trade.buyer().download(lot + shown + ownFile).statusCode()).isEqualTo(404);
    assertThat(trade.seller().download(lot + own + ownFile).statusCode()).isEqualTo(200);
    assertThat(Http.anonymous().download(lot + shown + shownFile).statusCode()).isEqualTo(401);
    TestMember auditor = Fixtures.auditor(Role.AUDIT_ECOLOGY);
    assertThat(Http.as(auditor).download(own + ownFile).statusCode()).isEqualTo(200);
    assertThat(Http.as(auditor).download(lot + own + ownFile).statusCode()).isEqualTo(200);

    Trade other = Trade.begin();
    String elsewhere = "/lots/" + other.publish(10_000).text("id");
    assertThat(trade.buyer().download(elsewhere + shown + shownFile).statusCode())
        .as("a report of another stream")
        .isEqualTo(404);
  }

  @Test
  void a_withdrawn_report_keeps_its_files_for_its_owner_and_takes_no_more() {
    String report = record(true);
    String file = attach(report);
    String lot = "/lots/" + trade.publish(10_000).text("id");
    Http.Answer withdrawn =
        trade
            .seller()
            .ifMatch(1)
            .post(report + "/withdrawal", Trade.body("reason", "附件传错"))
            .expect(200);

    assertThat(withdrawn.json().at("/files")).hasSize(1);
    assertProblem(
        trade.seller().post(report + "/files?name=b.pdf", pdf(11)), 409, "report-withdrawn");
    assertThat(trade.seller().download(report + file).statusCode()).isEqualTo(200);
    assertThat(trade.buyer().download(lot + report + file).statusCode()).isEqualTo(404);
  }

  /// The path of a report that was recorded.
  private String record(boolean shared) {
    return "/quality-reports/"
        + trade
            .seller()
            .post(
                "/streams/" + trade.streamId() + "/quality-reports",
                Trade.body(
                    "laboratory",
                    "钢城质检站",
                    "reportNumber",
                    "R-" + Http.freshKey(),
                    "sampledOn",
                    trade.today().minusDays(10).toString(),
                    "reportedOn",
                    trade.today().minusDays(2).toString(),
                    "shared",
                    shared,
                    "values",
                    List.of(
                        Trade.body("parameter", "moisture", "min", 8, "max", 9.5, "basis", "wet"))))
            .expect(201)
            .text("id");
  }

  /// The path of a file under that of its report.
  private String attach(String report) {
    return "/files/"
        + trade.seller().post(report + "/files?name=a.pdf", pdf(900_000)).expect(201).text("id");
  }

  /// So many bytes that begin as a PDF does.
  private static byte[] pdf(int bytes) {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    byte[] header = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(header, 0, content, 0, Math.min(bytes, header.length));
    return content;
  }
}
