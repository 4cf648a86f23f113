package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answers that were given to writes. Who sends a request again, with the same key and the same
/// content, gets the first answer; other content with a used key is refused.
@Singleton
class Answers {

  static final String REPLAYED = "Idempotency-Replayed";
  private static final int ROUTE_MAX = 120;

  private final IdempotencyStore store;
  private final ObjectMapper json;

  Answers(IdempotencyStore store, ObjectMapper json) {
    this.store = store;
    this.json = json;
  }

  Asked asked(@Nullable Caller caller, HttpRequest<?> request, Object body) {
    String route = request.getMethodName() + " " + request.getPath();
    long organisationId = caller == null ? 0 : caller.organisationId().value();
    return new Asked(
        new IdempotencyStore.Scope(organisationId, IdempotencyKey.of(request), shortened(route)),
        hashOf(route, request.getHeaders().get(HttpHeaders.IF_MATCH), caller, textOf(body)));
  }

  IdempotencyStore.@Nullable Answer find(IdempotencyStore.Scope scope) {
    return store.find(scope);
  }

  /// Those that were given, by key.
  Map<IdempotencyStore.Place, IdempotencyStore.Answer> find(
      Collection<IdempotencyStore.Scope> scopes) {
    return store.findAll(scopes);
  }

  /// Keeps what is answered; must run in the transaction of the write.
  void keep(Asked asked, HttpStatus status, Object value) {
    store.keep(asked.scope(), answer(asked, status, value));
  }

  /// Keeps what is answered with 200.
  void keepAll(Map<Asked, ?> values) {
    Map<IdempotencyStore.Scope, IdempotencyStore.Answer> given = new LinkedHashMap<>();
    values.forEach((asked, value) -> given.put(asked.scope(), answer(asked, HttpStatus.OK, value)));
    store.keepAll(given);
  }

  private IdempotencyStore.Answer answer(Asked asked, HttpStatus status, Object value) {
    return new IdempotencyStore.Answer(asked.hash(), (short) status.getCode(), textOf(value));
  }

  /// The stored text is the body of the first answer, sent as it is; the type parameter only tells
  /// the API description what that text holds.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  <T> Outcome<HttpResponse<T>> replay(IdempotencyStore.Answer earlier, Asked asked) {
    if (!MessageDigest.isEqual(earlier.requestHash(), asked.hash())) {
      return Outcome.refused(HttpRefusal.IDEMPOTENCY_KEY_REUSED);
    }
    HttpResponse<?> answer =
        HttpResponse.status(HttpStatus.valueOf(earlier.status()))
            .header(REPLAYED, "true")
            .contentType(MediaType.APPLICATION_JSON_TYPE)
            .body(earlier.body());
    return Outcome.done((HttpResponse<T>) answer);
  }

  private <T> String textOf(T value) {
    try {
      @SuppressWarnings("unchecked")
      Argument<T> type = (Argument<T>) Argument.of(value.getClass());
      return new String(json.writeValueAsBytes(type, value), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] hashOf(
      String route, @Nullable String version, @Nullable Caller caller, String body) {
    String member = caller == null ? "" : caller.memberId().toString();
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(
              String.join("\n", route, version == null ? "" : version, member, body)
                  .getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shortened(String route) {
    return route.length() <= ROUTE_MAX ? route : route.substring(0, ROUTE_MAX);
  }

  /// Whose request it is, and what it says. Each is only itself.
  static final class Asked {

    private final IdempotencyStore.Scope scope;
    private final byte[] hash;

    Asked(IdempotencyStore.Scope scope, byte[] hash) {
      this.scope = scope;
      this.hash = hash;
    }

    IdempotencyStore.Scope scope() {
      return scope;
    }

    byte[] hash() {
      return hash;
    }
  }
}
