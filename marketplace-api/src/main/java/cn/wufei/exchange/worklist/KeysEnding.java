package cn.wufei.exchange.worklist;

import cn.wufei.exchange.identity.EndingKey;
import cn.wufei.exchange.identity.Keys;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Keys of the firm's programs that run out, for whoever can make others. It lies here and not with
/// the keys, since the worklist names organisations.
@Singleton
class KeysEnding implements WorkSource {

  private final Keys keys;

  KeysEnding(Keys keys) {
    this.keys = keys;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.KEY_ENDING;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.ORG_ADMIN);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(keys.countEnding(caller));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<EndingKey> page =
        Page.ofSurplus(
            keys.pageEnding(caller, after, limit + 1), limit, key -> key.id().toString());
    return new Page<>(page.items().stream().map(KeysEnding::item).toList(), page.next());
  }

  private static WorkItem item(EndingKey key) {
    return WorkItem.of(WorkKind.KEY_ENDING, key.id(), key.name()).due(key.lastDay()).build();
  }
}
