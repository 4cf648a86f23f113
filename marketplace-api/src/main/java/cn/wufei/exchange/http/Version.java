package cn.wufei.exchange.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;

/// The version of a row that a change was made against, from `If-Match: "3"`. A controller takes it
/// as an argument; a request without one is answered 428, so that no change can overwrite what its
/// author has not seen.
public record Version(long number) {

  static Version of(HttpRequest<?> request) {
    String header = request.getHeaders().get(HttpHeaders.IF_MATCH);
    if (header == null) {
      throw new HeaderProblem(
          HttpStatus.PRECONDITION_REQUIRED,
          "precondition-missing",
          HttpHeaders.IF_MATCH,
          "Send If-Match with the version that you read.");
    }
    try {
      return new Version(Long.parseLong(header.replace("\"", "").trim()));
    } catch (NumberFormatException _) {
      throw new HeaderProblem(
          HttpStatus.BAD_REQUEST,
          "precondition-malformed",
          HttpHeaders.IF_MATCH,
          "If-Match is the version in double quotes, for instance \"3\".");
    }
  }
}
