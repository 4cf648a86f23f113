package cn.wufei.exchange.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list, and the cursor that asks for the next; no cursor on the last page. Lists are
/// ordered by id, newest first, unless they say otherwise.
public record Page<T>(List<T> items, @Nullable String next) {

  public static final int LIMIT_DEFAULT = 50;
  public static final int LIMIT_MAX = 100;

  public Page {
    items = List.copyOf(items);
  }

  /// Makes a page of rows that were read with one more than `limit`: the surplus row only tells
  /// that there is more.
  public static <T> Page<T> ofSurplus(
      List<T> rows, int limit, Function<? super T, String> cursorOf) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, cursorOf.apply(items.getLast()));
  }
}
