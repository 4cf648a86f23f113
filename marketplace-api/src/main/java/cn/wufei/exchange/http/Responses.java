package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Refusal;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.SerdeImport;

/// Turns outcomes into answers of the protocol. Lists travel as [Page], which itself knows no
/// framework.
@SerdeImport(Page.class)
public final class Responses {

  private Responses() {}

  /// The value of a read, or the refusal as a problem.
  public static <T> T valueOf(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T> refused -> throw new RefusedException(refused);
    };
  }

  /// The refusal as a problem, where it is a part of an answer.
  public static Problem problemOf(Outcome.Refused<?> refused) {
    return Problems.ofRefusal(refused);
  }

  static HttpStatus statusOf(Refusal.Kind kind) {
    return switch (kind) {
      case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case STALE -> HttpStatus.PRECONDITION_FAILED;
      case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_ENTITY;
      case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
      case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
