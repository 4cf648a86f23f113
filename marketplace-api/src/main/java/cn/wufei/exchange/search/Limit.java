package cn.wufei.exchange.search;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that the caller asked for, as a clause.
///
/// @param name the parameter of the request that says it
/// @param value the text of it, where the parameter may be given several times and each must be met
/// @param nearest how to find the value that is nearest to the limit among what the limit keeps out
record Limit(
    String name, @Nullable String value, Map<String, Object> clause, @Nullable Nearest nearest) {

  /// @param aggregation over what all other limits let through
  record Nearest(Map<String, Object> aggregation, Kind kind) {

    enum Kind {
      NUMBER,
      DAY,
      DISTANCE
    }
  }

  static Limit of(String name, Map<String, Object> clause) {
    return new Limit(name, null, clause, null);
  }
}
