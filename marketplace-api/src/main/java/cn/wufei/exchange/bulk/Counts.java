package cn.wufei.exchange.bulk;

import java.util.EnumMap;
import java.util.Map;

/// How many lines have come to which result.
record Counts(Map<LineResult, Integer> byResult) {

  Counts {
    byResult = Map.copyOf(byResult);
  }

  int of(LineResult result) {
    return byResult.getOrDefault(result, 0);
  }

  int total() {
    return byResult.values().stream().mapToInt(Integer::intValue).sum();
  }

  Counts plus(LineResult result) {
    Map<LineResult, Integer> more = new EnumMap<>(LineResult.class);
    more.putAll(byResult);
    more.merge(result, 1, Integer::sum);
    return new Counts(more);
  }
}
