package cn.wufei.seeds.region;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random numbers of one part of a region. Each part has a stream of its own, so that more lots do
/// not move the sites. The algorithm is named, so that a seed means the same on every machine.
final class Draw {

  private static final String ALGORITHM = "L64X128MixRandom";

  private final RandomGenerator random;

  Draw(long seed, String part) {
    random =
        RandomGeneratorFactory.of(ALGORITHM)
            .create(seed * 1_000_003 + part.hashCode() * 0x9E3779B97F4A7C15L);
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /// A place in the list of running sums, with a chance in proportion to its own part.
  int weighted(double[] runningSums) {
    double at = random.nextDouble() * runningSums[runningSums.length - 1];
    int place = 0;
    while (place < runningSums.length - 1 && runningSums[place] <= at) {
      place++;
    }
    return place;
  }

  /// Whole tonnes, log-normal, in kilograms; some with odd kilograms as a scale shows them.
  long kilograms(double medianT, double sigma) {
    double tonnes = medianT * Math.exp(sigma * random.nextGaussian());
    long whole = Math.round(Math.clamp(tonnes, 10, 800_000));
    return whole * 1_000 + (chance(0.1) ? below(1_000) : 0);
  }

  /// Days, log-normal, 1 to 700.
  int days(double median, double sigma) {
    return (int) Math.round(Math.clamp(median * Math.exp(sigma * random.nextGaussian()), 1, 700));
  }

  static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
