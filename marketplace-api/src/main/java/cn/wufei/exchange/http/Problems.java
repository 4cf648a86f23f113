package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.http.HttpStatus;
import java.util.List;

/// Words for failures. The sentences are for a reader without a translation of the code.
final class Problems {

  private static final int REQUEST_ENTITY_TOO_LARGE = 413;

  private Problems() {}

  static Problem ofRefusal(Outcome.Refused<?> refused) {
    HttpStatus status = Responses.statusOf(refused.refusal().kind());
    String code = refused.refusal().code();
    String sentence = refused.refusal().sentence();
    Problem problem = Problem.of(status.getCode(), status.getReason(), code, sentence);
    String field = refused.field();
    List<Problem.FieldProblem> fields =
        field == null ? null : List.of(new Problem.FieldProblem(field, code, sentence));
    return new Problem(
        problem.type(),
        problem.title(),
        problem.status(),
        code,
        sentence,
        fields,
        refused.facts().isEmpty() ? null : refused.facts());
  }

  static Problem ofHeader(HeaderProblem header) {
    String title = HttpStatus.valueOf(header.status()).getReason();
    String sentence = String.valueOf(header.getMessage());
    return Problem.of(header.status(), title, header.code(), sentence)
        .withFields(List.of(new Problem.FieldProblem(header.header(), header.code(), sentence)));
  }

  static Problem invalid(List<Problem.FieldProblem> fields) {
    return Problem.of(
            HttpStatus.BAD_REQUEST.getCode(),
            HttpStatus.BAD_REQUEST.getReason(),
            "invalid-request",
            "The request is malformed; `fields` says where.")
        .withFields(fields);
  }

  static Problem ofStatus(int status) {
    String title = titleOf(status);
    return switch (status) {
      case 400 -> Problem.of(status, title, "invalid-request", "The request is malformed.");
      case 401 -> Problem.of(status, title, "unauthenticated", "Sign in first.");
      case 403 -> Problem.of(status, title, "forbidden", "Your role does not allow this.");
      case 404 -> Problem.of(status, title, "not-found", "There is nothing here that you may see.");
      case 405 ->
          Problem.of(
              status, title, "method-not-allowed", "This address does not take this method.");
      case 406 ->
          Problem.of(status, title, "not-acceptable", "There is no answer of the type you accept.");
      case REQUEST_ENTITY_TOO_LARGE ->
          Problem.of(status, title, "request-too-large", "The request is too large.");
      case 415 -> Problem.of(status, title, "unsupported-media-type", "Send application/json.");
      default ->
          status < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
              ? Problem.of(status, title, "invalid-request", title)
              : Problem.of(
                  status, title, "internal-error", "Something went wrong here; it was recorded.");
    };
  }

  private static String titleOf(int status) {
    try {
      return HttpStatus.valueOf(status).getReason();
    } catch (IllegalArgumentException _) {
      return "Status " + status;
    }
  }
}
