package cn.wufei.exchange.bulk;

import cn.wufei.exchange.sql.Failures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The lines of a table that post, on their way to the ledger. They share its blocks and are
/// recorded in the order of the file: what one draws from depends on those before.
///
/// Used by the one thread that reads the file.
final class PostingLines {

  private static final int AT_ONCE = 64;
  private static final int ATTEMPTS_MAX = 5;

  /// For how long a line waits for room in the ledger before it is looked whether the instance goes
  /// down.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final RecordLine record;
  private final BooleanSupplier stopping;
  private final BiConsumer<RecordLine.Task<?>, RecordLine.Done> dealt;
  private final Unexpected unexpected;
  private final FileOrder order = new FileOrder();
  private final Deque<RecordLine.Begun<?>> begun = new ArrayDeque<>();

  /// Says what becomes of a line whose recording has failed, or throws where the reading breaks
  /// off.
  interface Unexpected {
    RecordLine.Done of(RecordLine.Task<?> task, RuntimeException failure);
  }

  PostingLines(
      RecordLine record,
      BooleanSupplier stopping,
      BiConsumer<RecordLine.Task<?>, RecordLine.Done> dealt,
      Unexpected unexpected) {
    this.record = record;
    this.stopping = stopping;
    this.dealt = dealt;
    this.unexpected = unexpected;
  }

  /// Begins to record a line. When the instance goes down before, it is left to another.
  void add(RecordLine.Task<?> task) {
    awaitAllBut(AT_ONCE - 1);
    try {
      RecordLine.Begun<?> one = begin(task);
      if (one != null) {
        begun.add(one);
      }
    } catch (RuntimeException e) {
      awaitAll();
      dealt.accept(task, unexpected.of(task, e));
    }
  }

  /// Until all that were begun have come to their end.
  void awaitAll() {
    awaitAllBut(0);
  }

  private void awaitAllBut(int some) {
    while (begun.size() > some) {
      RecordLine.Begun<?> first = begun.remove();
      Answer answer = answerOf(first);
      if (answer.done() == null) {
        recordAgain(first.task(), answer.failure());
      } else {
        dealt.accept(first.task(), answer.done());
      }
    }
  }

  /// @param done nothing when the line is to be tried again
  private record Answer(RecordLine.@Nullable Done done, @Nullable RuntimeException failure) {}

  private Answer answerOf(RecordLine.Begun<?> one) {
    try {
      return new Answer(record.await(one), null);
    } catch (RuntimeException e) {
      return new Answer(null, e);
    }
  }

  private RecordLine.@Nullable Begun<?> begin(RecordLine.Task<?> task) {
    RecordLine.Begun<?> one = null;
    while (one == null && !stopping.getAsBoolean()) {
      one = record.begin(task, order, PATIENCE);
    }
    return one;
  }

  /// Records a line anew, and then those behind it, which have waited for it.
  private void recordAgain(RecordLine.Task<?> task, @Nullable RuntimeException failure) {
    List<RecordLine.Task<?>> behind = new ArrayList<>();
    while (!begun.isEmpty()) {
      RecordLine.Begun<?> next = begun.remove();
      RecordLine.Done done = answerOf(next).done();
      if (done == null) {
        behind.add(next.task());
      } else {
        dealt.accept(next.task(), done);
      }
    }
    recordAlone(task, failure);
    behind.forEach(each -> recordAlone(each, null));
  }

  private void recordAlone(RecordLine.Task<?> task, @Nullable RuntimeException before) {
    RuntimeException failure = before;
    int attempts = 0;
    while (!stopping.getAsBoolean()) {
      if (failure != null) {
        attempts++;
        RecordLine.Done done = doneDespite(failure, task, attempts);
        if (done != null) {
          dealt.accept(task, done);
          return;
        }
      }
      order.forget();
      RecordLine.Begun<?> one = begin(task);
      if (one == null) {
        return;
      }
      Answer answer = answerOf(one);
      if (answer.done() != null) {
        dealt.accept(task, answer.done());
        return;
      }
      failure = answer.failure();
    }
  }

  /// Where another has recorded the same number, or the same line, the next try finds that out.
  private RecordLine.@Nullable Done doneDespite(
      RuntimeException failure, RecordLine.Task<?> task, int attempts) {
    return attempts < ATTEMPTS_MAX && Failures.isDuplicateKey(failure)
        ? record.dealtWith(task)
        : unexpected.of(task, failure);
  }
}
