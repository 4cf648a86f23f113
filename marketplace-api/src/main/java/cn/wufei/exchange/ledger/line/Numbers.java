package cn.wufei.exchange.ledger.line;

/// Numbers of postings, in the order in which they are asked for.
///
/// @param after all are larger
/// @param last none is larger
public record Numbers(long after, long last, Order order) {

  public static final Numbers NEWEST_FIRST = new Numbers(0, Long.MAX_VALUE, Order.NEWEST_FIRST);
  public static final Numbers OLDEST_FIRST = new Numbers(0, Long.MAX_VALUE, Order.OLDEST_FIRST);

  /// Those that come after one of them.
  public Numbers beyond(long number) {
    return order == Order.NEWEST_FIRST ? until(number - 1) : since(number);
  }

  public Numbers until(long number) {
    return new Numbers(after, Math.min(last, number), order);
  }

  /// Those that are larger than the number.
  public Numbers since(long number) {
    return new Numbers(Math.max(after, number), last, order);
  }

  boolean isEmpty() {
    return after >= last;
  }

  /// The first so many of them.
  Numbers first(long count) {
    return last - after <= count
        ? this
        : order == Order.NEWEST_FIRST ? since(last - count) : until(after + count);
  }

  /// What is left after the first so many.
  Numbers without(Numbers first) {
    return order == Order.NEWEST_FIRST ? until(first.after()) : since(first.last());
  }

  public enum Order {
    NEWEST_FIRST,
    OLDEST_FIRST
  }
}
