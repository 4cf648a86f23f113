package cn.wufei.verify;

import java.security.SecureRandom;

/// Tells whether two ways of counting give the same sum for every key, without keeping the keys:
/// the sum over all keys of amount times a random number of that key, modulo a prime. Equal counts
/// have equal fingerprints; other counts have them by a chance of one in 2^61, anew in every run,
/// as the random numbers are those of one run.
final class Fingerprint {

  private static final long PRIME = (1L << 61) - 1;

  private final long first;
  private final long second;
  private long sum;

  Fingerprint() {
    this(new SecureRandom());
  }

  private Fingerprint(SecureRandom random) {
    first = random.nextLong();
    second = random.nextLong();
  }

  /// One that gives the same keys the same random numbers.
  Fingerprint twin() {
    return new Fingerprint(first, second);
  }

  private Fingerprint(long first, long second) {
    this.first = first;
    this.second = second;
  }

  void add(long key, long part, long amount) {
    long number = reduce(mix(mix(key ^ first) + mix(part ^ second)) >>> 3);
    sum = reduce(sum + times(number, Math.floorMod(amount, PRIME)));
  }

  boolean isSameAs(Fingerprint other) {
    return first == other.first && second == other.second && sum == other.sum;
  }

  private static long times(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return reduce((low & PRIME) + ((low >>> 61) | (high << 3)));
  }

  /// Of a number below twice the prime.
  private static long reduce(long value) {
    return value >= PRIME ? value - PRIME : value;
  }

  /// The finaliser of SplitMix64.
  private static long mix(long value) {
    long mixed = value;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
