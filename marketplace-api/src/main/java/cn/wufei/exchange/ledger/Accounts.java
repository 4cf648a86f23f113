package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Finds accounts by their keys. An account never changes once it is there, so what was found once
/// is remembered, until a block fails.
@Singleton
class Accounts {

  private static final long REMEMBERED_MAX = 200_000;

  private final LedgerStore store;
  private final Cache<String, Id> known = Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

  Accounts(LedgerStore store) {
    this.store = store;
  }

  /// The accounts that exist, by key; also those that the block has opened.
  Map<String, Id> find(Block block, Collection<String> keys) {
    Map<String, Id> found = new HashMap<>();
    Set<String> unknown = new HashSet<>();
    for (String key : keys) {
      Id id = block.opened().get(key);
      id = id == null ? known.getIfPresent(key) : id;
      if (id == null) {
        unknown.add(key);
      } else {
        found.put(key, id);
      }
    }
    if (!unknown.isEmpty()) {
      Map<String, Id> stored = store.findAccounts(unknown);
      known.putAll(stored);
      found.putAll(stored);
    }
    return found;
  }

  /// Remembers accounts whose opening is committed.
  void remember(Map<String, Id> opened) {
    known.putAll(opened);
  }

  /// Asks again for all of them: a server that dies takes what it showed and had not yet flushed.
  void forget() {
    known.invalidateAll();
  }
}
