package cn.wufei.indexer.upkeep;

import cn.wufei.indexer.index.Indices;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.rows.IndexRows;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes indices that have had no alias for long enough: those whose place was taken, and those
/// that were begun and left. A point in time dies with its index, so a reader has until then.
@Singleton
class RemoveRetired {

  private static final Logger LOG = LoggerFactory.getLogger(RemoveRetired.class);

  private final Indices indices;
  private final IndexRows rows;
  private final UpkeepConfiguration configuration;

  RemoveRetired(Indices indices, IndexRows rows, UpkeepConfiguration configuration) {
    this.indices = indices;
    this.rows = rows;
    this.configuration = configuration;
  }

  void run(SearchIndex index) throws SQLException {
    Set<String> unused =
        indices.all(index).entrySet().stream()
            .filter(entry -> entry.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String name : rows.retired(unused, configuration.keepOldIndex())) {
      indices.delete(name);
      rows.forget(name);
      LOG.info("Deleted the index {}, which was no longer used", name);
    }
  }
}
