package cn.wufei.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Callers who each ask, wait for the answer, and ask again, until the time is up.
final class Crowd {

  private static final int SAMPLES_MAX = 20_000_000;

  private Crowd() {}

  /// One question of one caller. What it throws ends the measurement.
  @FunctionalInterface
  interface Question {
    void ask(int caller, RandomGenerator random) throws Exception;
  }

  /// Lets the callers ask for `seconds`; the seed makes the questions the same in every run.
  static Measured run(int callers, double seconds, long seed, Question question) {
    long startedAt = System.nanoTime();
    long until = startedAt + (long) (seconds * 1e9);
    List<Future<long[]>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        int caller = i;
        RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(seed + caller);
        running.add(threads.submit(() -> askUntil(until, caller, random, question)));
      }
    }
    long elapsed = System.nanoTime() - startedAt;
    return new Measured(joined(running), elapsed / 1e9);
  }

  /// Lets the callers ask so often a second each, whatever the answers take. A question counts from
  /// when it was due, so that one slow answer does not hide those that wait behind it.
  static Measured paced(
      int callers, double eachPerS, double seconds, long seed, Question question) {
    long startedAt = System.nanoTime();
    int asked = (int) Math.round(eachPerS * seconds);
    List<Future<long[]>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        int caller = i;
        RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(seed + caller);
        long firstAt = startedAt + Math.round(1e9 / eachPerS * caller / callers);
        running.add(
            threads.submit(() -> {
              long[] took = new long[asked];
              for (int n = 0; n < asked; n++) {
                long dueAt = firstAt + Math.round(1e9 / eachPerS * n);
                while (System.nanoTime() < dueAt) {
                  LockSupport.parkNanos(dueAt - System.nanoTime());
                }
                question.ask(caller, random);
                took[n] = System.nanoTime() - dueAt;
              }
              return took;
            }));
      }
    }
    return new Measured(joined(running), (System.nanoTime() - startedAt) / 1e9);
  }

  private static long[] askUntil(long until, int caller, RandomGenerator random, Question question)
      throws Exception {
    long[] took = new long[1 << 16];
    int count = 0;
    long now = System.nanoTime();
    while (now < until) {
      question.ask(caller, random);
      long answeredAt = System.nanoTime();
      if (count == took.length) {
        took = Arrays.copyOf(took, Math.min(SAMPLES_MAX, took.length * 2));
      }
      took[count++] = answeredAt - now;
      now = answeredAt;
    }
    return Arrays.copyOf(took, count);
  }

  private static long[] joined(List<Future<long[]>> running) {
    List<long[]> parts = new ArrayList<>();
    for (Future<long[]> future : running) {
      if (future.state() == Future.State.FAILED) {
        throw new IllegalStateException("a caller gave up", future.exceptionNow());
      }
      parts.add(future.resultNow());
    }
    long[] all = parts.stream().flatMapToLong(Arrays::stream).toArray();
    Arrays.sort(all);
    return all;
  }

  /// @param sortedNanos how long each question took
  @SuppressWarnings("ArrayRecordComponent")
  record Measured(long[] sortedNanos, double seconds) {

    long count() {
      return sortedNanos.length;
    }

    double perSecond() {
      return sortedNanos.length / seconds;
    }

    double percentileMs(double share) {
      if (sortedNanos.length == 0) {
        return 0;
      }
      int place = (int) Math.ceil(share * sortedNanos.length) - 1;
      return sortedNanos[Math.clamp(place, 0, sortedNanos.length - 1)] / 1e6;
    }
  }
}
