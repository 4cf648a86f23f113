package cn.wufei.exchange.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import java.util.regex.Pattern;

/// The name that a client gives to one intended write, so that sending it again cannot do it twice.
record IdempotencyKey(String text) {

  static final String HEADER = "Idempotency-Key";
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{8,80}");

  static IdempotencyKey of(HttpRequest<?> request) {
    String text = request.getHeaders().get(HEADER);
    if (text == null) {
      throw new HeaderProblem(
          HttpStatus.BAD_REQUEST,
          "idempotency-key-missing",
          HEADER,
          "Send an Idempotency-Key, so that repeating this request cannot do it twice.");
    }
    if (!SHAPE.matcher(text).matches()) {
      throw new HeaderProblem(
          HttpStatus.BAD_REQUEST,
          "idempotency-key-malformed",
          HEADER,
          "An Idempotency-Key has 8 to 80 letters, digits, hyphens or underscores.");
    }
    return new IdempotencyKey(text);
  }
}
