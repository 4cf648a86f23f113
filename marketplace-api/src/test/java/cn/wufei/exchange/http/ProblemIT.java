package cn.wufei.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemIT {

  @Test
  void a_well_formed_body_passes() {
    Http.Answer answer =
        Http.anonymous()
            .post(
                "/echo",
                "{\"quantityKg\": 5, \"title\": \"渣\", \"qualities\": [{\"parameter\": \"cao\", \"min\":"
                    + " 1.5}]}");

    assertThat(answer.expect(200).number("quantityKg")).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"quantityKg": 0, "title": "a"}                                                                | quantityKg: positive
          {"title": "a"}                                                                                 | quantityKg: not-null
          {"quantityKg": null, "title": "a"}                                                             | quantityKg: not-null
          {"quantityKg": -1, "title": " "}                                                               | quantityKg: positive, title: not-blank
          {"quantityKg": 1, "title": "a", "qualities": [{"parameter": "x", "min": -1}]}                  | qualities[0].min: decimal-min
          {"quantityKg": 1, "title": "a", "qualities": [{"parameter": "x", "min": 1}, {"min": 1}]}       | qualities[1].parameter: not-blank
          {"quantityKg": 1, "title": "a", "qualities": [{}, {}, {}]}                                     | qualities: size, qualities[0].min: not-null, qualities[0].parameter: not-blank, qualities[1].min: not-null, qualities[1].parameter: not-blank, qualities[2].min: not-null, qualities[2].parameter: not-blank
          {"quantityKg": 1, "title": "a", "weight": 2}                                                   | weight: unknown-property
          {"quantityKg": 1, "title": "a", "qualities": [{"parameter": "x", "min": 1, "mix": 2}]}         | qualities[0].mix: unknown-property
          {"quantityKg": "many", "title": "a"}                                                           | quantityKg: malformed
          {"quantityKg": 1.5, "title": "a"}                                                              | quantityKg: malformed
          {"quantityKg": 1, "title": {"a": 1}}                                                           | title: malformed
          {"quantityKg": 1, "title": "a", "colour": "BLUE"}                                              | colour: malformed
          {"quantityKg": 1, "title": "a", "from": "2026-02-30"}                                          | from: malformed
          {"quantityKg": 1, "title": "a", "siteId": "not-an-id"}                                         | siteId: malformed
          {"quantityKg": 1, "title": "a", "priceYuanPerT": "dear"}                                       | priceYuanPerT: malformed
          {"quantityKg": 1, "title": "a", "taxIncluded": "perhaps"}                                      | taxIncluded: malformed
          {"quantityKg": 1, "title": "a", "qualities": [{"parameter": "x", "min": "low"}]}               | qualities[0].min: malformed
          {"quantityKg": 1, "title": "a", "qualities": {"parameter": "x"}}                               | qualities[0]: malformed
          {"quantityKg": 1,                                                                              | : malformed
          []                                                                                             | : malformed
          "text"                                                                                         | : malformed
          """)
  void a_malformed_body_is_answered_with_the_path_of_each_mistake(String body, String expected) {
    Http.Answer answer = Http.anonymous().post("/echo", body);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-request");
    assertThat(fields(answer)).as(answer.toString()).isEqualTo(expected);
    assertThat(answer.body()).doesNotContain("cn.wufei", "java.");
  }

  @Test
  void a_missing_body_is_named() {
    Http.Answer answer = Http.anonymous().with("Content-Type", "application/json").post("/echo");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(fields(answer)).isEqualTo(": missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | /echo?from=2026-01-01&limit=0          | 400 | invalid-request    | limit: min
          GET  | /echo?from=2026-01-01&limit=101        | 400 | invalid-request    | limit: max
          GET  | /echo?from=2026-01-01&limit=ten        | 400 | invalid-request    | limit: malformed
          GET  | /echo?from=2026-01-01&cursor=xyz       | 400 | invalid-request    | cursor: malformed
          GET  | /echo?from=yesterday                   | 400 | invalid-request    | from: malformed
          GET  | /echo                                  | 400 | invalid-request    | from: missing
          GET  | /echo/not-an-id                        | 404 | not-found          | ''
          GET  | /no-such-thing                         | 404 | not-found          | ''
          PUT  | /echo                                  | 405 | method-not-allowed | ''
          GET  | /me                                    | 401 | unauthenticated    | ''
          GET  | /echo/operators                        | 401 | unauthenticated    | ''
          GET  | /echo/failure                          | 500 | internal-error     | ''
          """)
  void every_failure_is_a_problem(
      String method, String path, int status, String code, String fields) {
    Http.Answer answer = Http.anonymous().send(method, path, null);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
    assertThat(answer.number("status")).isEqualTo(status);
    assertThat(fields(answer)).as(answer.toString()).isEqualTo(fields);
    assertThat(answer.body()).doesNotContain("a secret detail");
  }

  @Test
  void a_role_that_does_not_allow_it_is_forbidden() {
    Http.Answer answer = Http.as(Fixtures.producer().admin()).get("/echo/operators");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("forbidden");
  }

  @Test
  void another_content_type_is_refused() {
    Http.Answer answer =
        Http.anonymous().with("Content-Type", "text/plain").post("/echo", "quantityKg=1");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_100_000, 70_000_000})
  void a_body_that_is_too_large_is_refused(int bytes) {
    Http.Answer answer =
        Http.anonymous()
            .post("/echo", "{\"quantityKg\": 1, \"title\": \"" + "a".repeat(bytes) + "\"}");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("request-too-large");
  }

  @Test
  void answers_of_the_api_are_not_kept_and_carry_the_security_headers() {
    Http.Answer answer = Http.anonymous().get("/no-such-thing");

    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.header("Referrer-Policy")).isNotEmpty();
  }

  private static String fields(Http.Answer answer) {
    JsonNode fields = answer.json().path("fields");
    return StreamSupport.stream(fields.spliterator(), false)
        .map(field -> field.get("path").asText() + ": " + field.get("code").asText())
        .collect(Collectors.joining(", "));
  }
}
