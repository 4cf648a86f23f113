package cn.wufei.exchange.kernel;

import java.util.List;
import java.util.function.Supplier;

/// What somebody does for another firm in the present write, as the audit log sees it. It is looked
/// at before the write ends, so that no act between two parties slips by whoever wrote its use
/// case.
public final class DelegatedActs {

  private static final ScopedValue<List<Act>> PRESENT = ScopedValue.newInstance();

  private DelegatedActs() {}

  /// One act. Its caller acts for another firm.
  public record Act(Caller caller, String action, String subjectType, Id subjectId) {}

  /// Runs the work of a write and adds what is done in it for other firms to the list.
  public static <T> T gather(List<Act> acts, Supplier<T> work) {
    return ScopedValue.where(PRESENT, acts).call(work::get);
  }

  /// Notes an act where it is done for another firm. Fails where nobody would look at it.
  public static void note(Caller caller, String action, String subjectType, Id subjectId) {
    if (caller.delegate() == null) {
      return;
    }
    if (!PRESENT.isBound()) {
      throw new IllegalStateException("an act for another firm outside of a write: " + action);
    }
    PRESENT.get().add(new Act(caller, action, subjectType, subjectId));
  }
}
