package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.BlockCommitter;
import cn.wufei.exchange.sql.Failures;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs every write of the API: one transaction that holds the business rows, the audit record, the
/// search document, the ledger postings and the stored answer, or none of them.
///
/// The work must be re-runnable: it may be run again from the start after a deadlock, and
/// everything it writes must go through the transaction. A refusal rolls everything back and is not
/// stored, so the same key may be tried again.
@Singleton
public class Writes {

  static final String REPLAYED = "Idempotency-Replayed";
  private static final int ATTEMPTS_MAX = 5;
  private static final TransactionDefinition READ_COMMITTED = readCommitted();

  private final SynchronousTransactionManager<Connection> transactions;
  private final IdempotencyStore answers;
  private final BlockCommitter blocks;
  private final ObjectMapper json;

  Writes(
      SynchronousTransactionManager<Connection> transactions,
      IdempotencyStore answers,
      BlockCommitter blocks,
      ObjectMapper json) {
    this.transactions = transactions;
    this.answers = answers;
    this.blocks = blocks;
    this.json = json;
  }

  /// A write that creates something: 201.
  public <T> HttpResponse<T> create(
      @Nullable Caller caller, HttpRequest<?> request, Object body, Supplier<Outcome<T>> work) {
    return once(caller, request, body, HttpStatus.CREATED, this::inTransaction, work);
  }

  /// A write that moves something on: 200.
  public <T> HttpResponse<T> act(
      Caller caller, HttpRequest<?> request, Object body, Supplier<Outcome<T>> work) {
    return once(caller, request, body, HttpStatus.OK, this::inTransaction, work);
  }

  /// A write that posts to the ledger and creates something: 201. The work runs in a block, with
  /// the work of others who post at the same time ([BlockCommitter]).
  public <T> HttpResponse<T> createPosting(
      Caller caller, HttpRequest<?> request, Object body, Supplier<Outcome<T>> work) {
    return once(caller, request, body, HttpStatus.CREATED, this::inBlock, work);
  }

  /// A write that posts to the ledger and moves something on: 200.
  public <T> HttpResponse<T> actPosting(
      Caller caller, HttpRequest<?> request, Object body, Supplier<Outcome<T>> work) {
    return once(caller, request, body, HttpStatus.OK, this::inBlock, work);
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
      Way way,
      Supplier<Outcome<T>> work) {
    Asked asked = asked(caller, request, body);
    Outcome<HttpResponse<T>> outcome = way.run(() -> answered(asked, status, work));
    return switch (outcome) {
      case Outcome.Done<HttpResponse<T>>(HttpResponse<T> answer) -> answer;
      case Outcome.Refused<HttpResponse<T>> refused -> answeredMeanwhile(asked, refused);
    };
  }

  private <T> Outcome<HttpResponse<T>> answered(
      Asked asked, HttpStatus status, Supplier<Outcome<T>> work) {
    IdempotencyStore.Answer earlier = answers.find(asked.scope());
    if (earlier != null) {
      return replay(earlier, asked.hash());
    }
    return work.get()
        .map(value -> {
          answers.keep(
              asked.scope(),
              new IdempotencyStore.Answer(asked.hash(), (short) status.getCode(), textOf(value)));
          return HttpResponse.<T>status(status).body(value);
        });
  }

  /// A refusal may only say that the same request, sent twice at once, has been done by its twin:
  /// then the twin's answer is the answer.
  private <T> HttpResponse<T> answeredMeanwhile(
      Asked asked, Outcome.Refused<HttpResponse<T>> refused) {
    return rerunning(() -> {
      IdempotencyStore.Answer twin = answers.find(asked.scope());
      return Responses.valueOf(twin == null ? refused : this.<T>replay(twin, asked.hash()));
    });
  }

  private <R> Outcome<R> inBlock(Supplier<Outcome<R>> work) {
    return blocks.commit(work);
  }

  private <R> Outcome<R> inTransaction(Supplier<Outcome<R>> work) {
    try {
      return rerunning(() -> Outcome.done(Responses.valueOf(work.get())));
    } catch (RefusedException e) {
      return e.refused().as();
    }
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

  private static boolean worthAnotherTry(Throwable failure) {
    return Failures.isRolledBack(failure) || Failures.isDuplicateKey(failure);
  }

  /// The stored text is the body of the first answer, sent as it is; the type parameter only tells
  /// the API description what that text holds.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <T> Outcome<HttpResponse<T>> replay(IdempotencyStore.Answer earlier, byte[] hash) {
    if (!MessageDigest.isEqual(earlier.requestHash(), hash)) {
      return Outcome.refused(HttpRefusal.IDEMPOTENCY_KEY_REUSED);
    }
    HttpResponse<?> answer =
        HttpResponse.status(HttpStatus.valueOf(earlier.status()))
            .header(REPLAYED, "true")
            .contentType(MediaType.APPLICATION_JSON_TYPE)
            .body(earlier.body());
    return Outcome.done((HttpResponse<T>) answer);
  }

  private Asked asked(@Nullable Caller caller, HttpRequest<?> request, Object body) {
    String route = request.getMethodName() + " " + request.getPath();
    long organisationId = caller == null ? 0 : caller.organisationId().value();
    return new Asked(
        new IdempotencyStore.Scope(organisationId, IdempotencyKey.of(request), shortened(route)),
        hashOf(route, request.getHeaders().get(HttpHeaders.IF_MATCH), caller, textOf(body)));
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

  /// Whose request it is, and what it says.
  @SuppressWarnings("ArrayRecordComponent")
  private record Asked(IdempotencyStore.Scope scope, byte[] hash) {}

  /// How the transaction of a write comes about.
  private interface Way {
    <R> Outcome<R> run(Supplier<Outcome<R>> work);
  }
}
