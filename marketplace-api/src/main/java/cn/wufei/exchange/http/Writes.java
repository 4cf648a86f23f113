package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.DelegatedActs;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.BlockCommitter;
import cn.wufei.exchange.ledger.Together;
import cn.wufei.exchange.sql.Failures;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.SynchronousTransactionManager;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs every write of the API: one transaction that holds the business rows, the audit record, the
/// search document, the ledger postings and the stored answer, or none of them.
///
/// The work must be re-runnable: it may be run again from the start after a deadlock, and
/// everything it writes must go through the transaction. A refusal rolls everything back and is not
/// stored, so the same key may be tried again.
///
/// What is done for another firm is looked at before the transaction ends ([ActRule]).
@Singleton
public class Writes {

  private static final int ATTEMPTS_MAX = 5;
  private static final TransactionDefinition READ_COMMITTED = readCommitted();

  private final SynchronousTransactionManager<Connection> transactions;
  private final Answers answers;
  private final BlockCommitter blocks;
  private final ActRule rule;

  Writes(
      SynchronousTransactionManager<Connection> transactions,
      Answers answers,
      BlockCommitter blocks,
      ActRule rule) {
    this.transactions = transactions;
    this.answers = answers;
    this.blocks = blocks;
    this.rule = rule;
  }

  /// A write that creates something: 201.
  public <T> HttpResponse<T> create(
      @Nullable Caller caller, HttpRequest<?> request, Object body, Supplier<Outcome<T>> work) {
    return once(caller, request, body, HttpStatus.CREATED, this::inTransaction, work);
  }

  /// A write that creates something and whose answer must not lie anywhere, as one that holds a
  /// secret: 201, no key. Sent twice, it creates twice.
  public <T> HttpResponse<T> createUnkept(Supplier<Outcome<T>> work) {
    return HttpResponse.created(rerunning(() -> Responses.valueOf(looked(work))));
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

  /// The same for a use case that takes the commands of many callers at once, as those of a busy
  /// weighbridge need it. What is done for another firm is done by itself, so that a refusal of it
  /// rolls back nobody else's.
  public <C, T> HttpResponse<T> actPosting(
      Caller caller, HttpRequest<?> request, Object body, Together<C, T> useCase, C command) {
    if (caller.delegate() != null) {
      return actPosting(
          caller, request, body, () -> useCase.handleAll(List.of(command)).getFirst());
    }
    Answers.Asked asked = answers.asked(caller, request, body);
    return answerOf(
        asked,
        blocks.commit(
            new AnsweredTogether<>(answers, useCase),
            new AnsweredTogether.Question<>(asked, command)));
  }

  /// A change that is safe to repeat by its own nature, as a PUT guarded by a version is: no key,
  /// one transaction.
  public <T> HttpResponse<T> change(Supplier<Outcome<T>> work) {
    return HttpResponse.ok(rerunning(() -> Responses.valueOf(looked(work))));
  }

  /// Runs work that comes from no request, as a line of a file does, in one transaction of its own.
  /// A refusal rolls it back.
  ///
  /// @param isPosting whether it posts to the ledger and so runs in a block
  public <T> Outcome<T> apart(boolean isPosting, Supplier<Outcome<T>> work) {
    return isPosting ? inBlock(work) : inTransaction(work);
  }

  private <T> HttpResponse<T> once(
      @Nullable Caller caller,
      HttpRequest<?> request,
      Object body,
      HttpStatus status,
      Way way,
      Supplier<Outcome<T>> work) {
    Answers.Asked asked = answers.asked(caller, request, body);
    return answerOf(asked, way.run(() -> answered(asked, status, work)));
  }

  private <T> HttpResponse<T> answerOf(Answers.Asked asked, Outcome<HttpResponse<T>> outcome) {
    return switch (outcome) {
      case Outcome.Done<HttpResponse<T>>(HttpResponse<T> answer) -> answer;
      case Outcome.Refused<HttpResponse<T>> refused -> answeredMeanwhile(asked, refused);
    };
  }

  private <T> Outcome<HttpResponse<T>> answered(
      Answers.Asked asked, HttpStatus status, Supplier<Outcome<T>> work) {
    IdempotencyStore.Answer earlier = answers.find(asked.scope());
    if (earlier != null) {
      return answers.replay(earlier, asked);
    }
    return looked(work)
        .map(value -> {
          answers.keep(asked, status, value);
          return HttpResponse.<T>status(status).body(value);
        });
  }

  private <T> Outcome<T> looked(Supplier<Outcome<T>> work) {
    List<DelegatedActs.Act> acts = new ArrayList<>();
    Outcome<T> outcome = DelegatedActs.gather(acts, work);
    return acts.isEmpty() ? outcome : outcome.then(done -> rule.check(acts).map(_ -> done));
  }

  /// A refusal may only say that the same request, sent twice at once, has been done by its twin:
  /// then the twin's answer is the answer.
  private <T> HttpResponse<T> answeredMeanwhile(
      Answers.Asked asked, Outcome.Refused<HttpResponse<T>> refused) {
    return rerunning(() -> {
      IdempotencyStore.Answer twin = answers.find(asked.scope());
      return Responses.valueOf(twin == null ? refused : answers.<T>replay(twin, asked));
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

  private static TransactionDefinition readCommitted() {
    var definition = new DefaultTransactionDefinition();
    definition.setIsolationLevel(TransactionDefinition.Isolation.READ_COMMITTED);
    return definition;
  }

  /// How the transaction of a write comes about.
  private interface Way {
    <R> Outcome<R> run(Supplier<Outcome<R>> work);
  }
}
