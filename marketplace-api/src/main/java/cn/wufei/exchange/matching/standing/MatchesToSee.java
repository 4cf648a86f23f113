package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Matches that nobody of the organisation has looked at. They are counted, and looked at on their
/// own page.
@Singleton
class MatchesToSee implements WorkSource {

  private final SeeStanding see;

  MatchesToSee(SeeStanding see) {
    this.see = see;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.MATCH;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    return see.countNew(caller);
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    return new Page<>(List.of(), null);
  }
}
