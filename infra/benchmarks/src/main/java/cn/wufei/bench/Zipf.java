package cn.wufei.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws ranks so that rank *k* comes with a probability in proportion to 1 / k^s.
final class Zipf {

  private final double[] cumulative;

  Zipf(int ranks, double exponent) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int i = 0; i < ranks; i++) {
      sum += 1 / Math.pow(i + 1, exponent);
      cumulative[i] = sum;
    }
    for (int i = 0; i < ranks; i++) {
      cumulative[i] /= sum;
    }
  }

  int next(RandomGenerator random) {
    int place = Arrays.binarySearch(cumulative, random.nextDouble());
    return Math.min(place < 0 ? -place - 1 : place, cumulative.length - 1);
  }
}
