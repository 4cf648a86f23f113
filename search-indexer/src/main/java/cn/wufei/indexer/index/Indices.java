package cn.wufei.indexer.index;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that the indices are there.
@Singleton
public class Indices {

  private static final Logger LOG = LoggerFactory.getLogger(Indices.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Elastic elastic;

  Indices(Elastic elastic) {
    this.elastic = elastic;
  }

  /// Creates each index that is missing, be it new or lost.
  ///
  /// @param beforeCreation runs before a missing index is created and marks its documents as to be
  ///   sent. Were they marked afterwards, a halt between the two would leave an index that stays
  ///   empty.
  public void ensure(Consumer<SearchIndex> beforeCreation) {
    for (SearchIndex index : SearchIndex.values()) {
      if (!elastic.hasAlias(index, LIMIT)) {
        beforeCreation.accept(index);
        create(index);
      }
    }
  }

  private void create(SearchIndex index) {
    try {
      elastic.create(index, LIMIT);
      LOG.info("Created the index {}", index.indexName());
    } catch (SearchRejectedException e) {
      if (!elastic.hasAlias(index, LIMIT)) {
        throw e;
      }
      LOG.info("Another instance created the index {}", index.indexName());
    }
  }
}
