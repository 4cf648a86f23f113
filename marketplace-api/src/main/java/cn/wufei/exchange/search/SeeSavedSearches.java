package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchRejectedException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A member's saved searches with what is new in each.
@Singleton
class SeeSavedSearches {

  private static final Logger LOG = LoggerFactory.getLogger(SeeSavedSearches.class);

  private final SavedSearchStore store;
  private final NewResults results;

  SeeSavedSearches(SavedSearchStore store, NewResults results) {
    this.store = store;
    this.results = results;
  }

  List<SavedSearch> all(Caller caller) {
    List<SavedSearch> saved = store.of(caller.memberId());
    Map<Id, Long> counts = Map.of();
    try {
      counts =
          results.count(
              caller,
              saved.stream()
                  .map(each -> new NewResults.Sought(each, each.openedAt(), null))
                  .toList());
    } catch (SearchDownException | SearchRejectedException e) {
      LOG.debug("New results cannot be counted", e);
    }
    Map<Id, Long> found = counts;
    return saved.stream().map(each -> each.withNewCount(found.get(each.id()))).toList();
  }
}
