package cn.wufei.exchange.worklist;

/// How much there is.
///
/// @param more whether there may be more than that, where counting on would take too long
public record WorkCount(int count, boolean more) {

  public static WorkCount of(int count) {
    return new WorkCount(count, false);
  }
}
