package cn.wufei.seeds;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Random numbers by name: what is drawn for one load or month does not depend on what was drawn
/// before it, so that a change to one stream of the data leaves the others as they were.
record Chance(long seed) {

  RandomGenerator of(String name) {
    return new SplittableRandom(seed * 1_000_003L + name.hashCode());
  }

  /// The value, varied by at most so many percent either way.
  long varied(long value, int percent, String name) {
    double share = (2 * of(name).nextDouble() - 1) * percent / 100;
    return Math.round(value * (1 + share));
  }
}
