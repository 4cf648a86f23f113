package cn.wufei.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// One caller who asks one question after another, each drawn at random.
@SuppressWarnings("SystemOut")
final class Draws {

  private static final int WARM_UP = 300;
  private static final long LONGEST_NS = 40_000_000_000L;
  private static final long LONGEST_WARM_UP_NS = 10_000_000_000L;
  private static final long LONGEST_OWN_WARM_UP_NS = 60_000_000_000L;

  private Draws() {}

  @FunctionalInterface
  interface Question {
    void ask(RandomGenerator random);
  }

  /// Asks so many times after a warm-up of 300 or ten seconds, or as often as it can in 40 s; the
  /// seed makes the questions the same in every run.
  static Crowd.Measured measure(String name, int count, long seed, Question question) {
    RandomGenerator random = random(seed);
    warmUp(WARM_UP, LONGEST_WARM_UP_NS, random, question);
    return measure(name, count, random, question);
  }

  /// Asks so many times, of a server that was warmed up.
  static Crowd.Measured measureWarm(String name, int count, long seed, Question question) {
    return measure(name, count, random(seed), question);
  }

  /// Asks without measuring, for a minute at most.
  static void warmUp(int count, long seed, Question question) {
    warmUp(count, LONGEST_OWN_WARM_UP_NS, random(seed), question);
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static void warmUp(int count, long longestNs, RandomGenerator random, Question question) {
    long until = System.nanoTime() + longestNs;
    for (int i = 0; i < count && System.nanoTime() < until; i++) {
      question.ask(random);
    }
  }

  private static Crowd.Measured measure(
      String name, int count, RandomGenerator random, Question question) {
    long[] took = new long[count];
    long startedAt = System.nanoTime();
    long now = startedAt;
    int asked = 0;
    while (asked < count && now - startedAt < LONGEST_NS) {
      question.ask(random);
      long answeredAt = System.nanoTime();
      took[asked++] = answeredAt - now;
      now = answeredAt;
    }
    long[] sorted = Arrays.copyOf(took, asked);
    Arrays.sort(sorted);
    Crowd.Measured measured = new Crowd.Measured(sorted, (now - startedAt) / 1e9);
    System.out.printf(
        Locale.ROOT,
        "  %-42s p50 %7.2f ms, p99 %7.2f ms, longest %7.2f ms, %,d draws%n",
        name,
        measured.percentileMs(0.5),
        measured.percentileMs(0.99),
        measured.percentileMs(1),
        measured.count());
    return measured;
  }
}
