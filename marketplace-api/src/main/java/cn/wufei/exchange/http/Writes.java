package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.SynchronousTransactionManager;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs every write of the API: one transaction that holds the business rows, the audit record, the
/// search document, the ledger postings and the stored answer, or none of them.
///
/// The work must be re-runnable: it may be run again from the start after a deadlock, and
/// everything it writes must go through the transaction. A refusal rolls everything back and is not
/// stored, so the same key may be tried again.
@Singleton
@WritesSql(because = "it tells a lost deadlock from other failures of the database")
public class Writes {

  static final String REPLAYED = "Idempotency-Replayed";
  private static final int ATTEMPTS_MAX = 5;
  private static final String ROLLED_BACK = "40";
  private static final int DUPLICATE_KEY = 1062;
  private static final TransactionDefinition READ_COMMITTED = readCommitted();

  private final SynchronousTransactionManager<Connection> transactions;
  private final IdempotencyStore answers;
  private final Journal journal;
  private final ObjectMapper json;

  Writes(
      SynchronousTransactionManager<Connection> transactions,
      IdempotencyStore answers,
      Journal journal,
      ObjectMapper json) {
    this.transactions = transactions;
    this.answers = answers;
    this.journal = journal;
    this.json = json;
  }

  /// A write that creates something: 201.
  public <T> HttpResponse<T> create(
      @Nullable Caller caller, HttpRequest<?> request, Object body, Supplier<Outcome<T>> work) {
    return once(caller, request, body, HttpStatus.CREATED, work);
  }

  /// A write that moves something on: 200.
  public <T> HttpResponse<T> act(
      Caller caller, HttpRequest<?> request, Object body, Supplier<Outcome<T>> work) {
    return once(caller, request, body, HttpStatus.OK, work);
  }

  /// A write that posts to the ledger and creates something: 201. The work holds the head of the
  /// ledger from its start, so that all who post wait in one line and in one order of locks.
  public <T> HttpResponse<T> createPosting(
      Caller caller, HttpRequest<?> request, Object body, Supplier<Outcome<T>> work) {
    return once(caller, request, body, HttpStatus.CREATED, () -> journal.inOrder(work));
  }

  /// A write that posts to the ledger and moves something on: 200.
  public <T> HttpResponse<T> actPosting(
      Caller caller, HttpRequest<?> request, Object body, Supplier<Outcome<T>> work) {
    return once(caller, request, body, HttpStatus.OK, () -> journal.inOrder(work));
  }

  /// A change that is safe to repeat by its own nature, as a PUT guarded by a version is: no key,
  /// one transaction.
  public <T> HttpResponse<T> change(Supplier<Outcome<T>> work) {
    return HttpResponse.ok(rerunning(() -> Responses.valueOf(work.get())));
  }

  private <T> HttpResponse<T> once(
      @Nullable Caller caller,
      HttpRequest<?> request,
      Object body,
      HttpStatus status,
      Supplier<Outcome<T>> work) {
    String route = request.getMethodName() + " " + request.getPath();
    long organisationId = caller == null ? 0 : caller.organisationId().value();
    var scope =
        new IdempotencyStore.Scope(organisationId, IdempotencyKey.of(request), shortened(route));
    byte[] hash =
        hashOf(route, request.getHeaders().get(HttpHeaders.IF_MATCH), caller, textOf(body));
    try {
      return rerunning(() -> {
        IdempotencyStore.Answer earlier = answers.find(scope);
        if (earlier != null) {
          return replay(earlier, hash);
        }
        T value = Responses.valueOf(work.get());
        answers.keep(
            scope, new IdempotencyStore.Answer(hash, (short) status.getCode(), textOf(value)));
        return HttpResponse.<T>status(status).body(value);
      });
    } catch (RefusedException e) {
      return answeredMeanwhile(scope, hash, e);
    }
  }

  /// A refusal may only say that the same request, sent twice at once, has been done by its twin:
  /// then the twin's answer is the answer.
  private <T> HttpResponse<T> answeredMeanwhile(
      IdempotencyStore.Scope scope, byte[] hash, RefusedException refusal) {
    return rerunning(() -> {
      IdempotencyStore.Answer twin = answers.find(scope);
      if (twin == null) {
        throw refusal;
      }
      return replay(twin, hash);
    });
  }

  private <R> R rerunning(Supplier<R> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.execute(READ_COMMITTED, _ -> work.get());
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS_MAX || !worthAnotherTry(e)) {
          throw e;
        }
      }
    }
  }

  /// A deadlock lost, or a unique key lost to somebody who wrote at the same time: the next attempt
  /// finds the other's row and says what that means, be it the stored answer of the same request.
  private static boolean worthAnotherTry(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return String.valueOf(sql.getSQLState()).startsWith(ROLLED_BACK)
            || sql.getErrorCode() == DUPLICATE_KEY;
      }
    }
    return false;
  }

  /// The stored text is the body of the first answer, sent as it is; the type parameter only tells
  /// the API description what that text holds.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <T> HttpResponse<T> replay(IdempotencyStore.Answer earlier, byte[] hash) {
    if (!MessageDigest.isEqual(earlier.requestHash(), hash)) {
      return Responses.<HttpResponse<T>>valueOf(
          Outcome.refused(HttpRefusal.IDEMPOTENCY_KEY_REUSED));
    }
    HttpResponse<?> answer =
        HttpResponse.status(HttpStatus.valueOf(earlier.status()))
            .header(REPLAYED, "true")
            .contentType(MediaType.APPLICATION_JSON_TYPE)
            .body(earlier.body());
    return (HttpResponse<T>) answer;
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

  private static TransactionDefinition readCommitted() {
    var definition = new DefaultTransactionDefinition();
    definition.setIsolationLevel(TransactionDefinition.Isolation.READ_COMMITTED);
    return definition;
  }

  private static String shortened(String route) {
    return route.length() <= 120 ? route : route.substring(0, 120);
  }
}
