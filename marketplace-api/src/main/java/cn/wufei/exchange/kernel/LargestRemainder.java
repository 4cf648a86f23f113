package cn.wufei.exchange.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Divides a whole number in proportion to weights so that the parts are whole and sum to it: each
/// part is rounded down, and what is left goes, one by one, to the largest remainders; of equal
/// remainders the earlier key has it. A total that is not above the sum of the weights never gives
/// a key more than its weight.
public final class LargestRemainder {

  private LargestRemainder() {}

  /// @param weights none negative; not all zero unless the total is zero
  public static <K> SequencedMap<K, Long> split(long total, SequencedMap<K, Long> weights) {
    long sum = weights.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    if (total < 0 || (total > 0 && sum <= 0)) {
      throw new IllegalArgumentException("cannot divide " + total + " by weights of " + sum);
    }
    SequencedMap<K, Long> parts = new LinkedHashMap<>();
    List<Share<K>> shares = new ArrayList<>();
    long rest = total;
    for (Map.Entry<K, Long> entry : weights.entrySet()) {
      BigInteger[] quotient =
          total == 0
              ? new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO}
              : BigInteger.valueOf(total)
                  .multiply(BigInteger.valueOf(entry.getValue()))
                  .divideAndRemainder(BigInteger.valueOf(sum));
      long part = quotient[0].longValueExact();
      parts.put(entry.getKey(), part);
      shares.add(new Share<>(entry.getKey(), quotient[1]));
      rest -= part;
    }
    shares.sort(Comparator.comparing((Share<K> share) -> share.remainder()).reversed());
    for (int i = 0; i < rest; i++) {
      parts.merge(shares.get(i).key(), 1L, Long::sum);
    }
    return parts;
  }

  private record Share<K>(K key, BigInteger remainder) {}
}
