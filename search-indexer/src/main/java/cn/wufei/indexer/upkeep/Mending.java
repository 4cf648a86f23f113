package cn.wufei.indexer.upkeep;

import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.intake.IntakeConfiguration;
import cn.wufei.indexer.rows.DocumentRows;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes an index equal to the database again. The database is the truth: what the index has beyond
/// it comes from a time that a restored backup has undone.
@Singleton
class Mending {

  private static final Logger LOG = LoggerFactory.getLogger(Mending.class);
  private static final int REMOVALS_MAX = 1_000;

  private final DocumentRows rows;
  private final Elastic elastic;
  private final IntakeConfiguration configuration;

  Mending(DocumentRows rows, Elastic elastic, IntakeConfiguration configuration) {
    this.rows = rows;
    this.elastic = elastic;
    this.configuration = configuration;
  }

  /// @return how many documents are right now or on their way
  long mend(DocumentKind kind, String alias, Differences differences) throws SQLException {
    if (differences.isEmpty()) {
      return 0;
    }
    LOG.warn(
        "{} lacks {}, has an earlier state of {}, a later one of {} and {} too many",
        alias,
        differences.missing().size(),
        differences.older().size(),
        differences.newer().size(),
        differences.surplus().size());
    long mended =
        rows.sendAnew(kind, differences.missing()) + rows.sendAgain(kind, differences.older());
    for (Map.Entry<Long, Long> newer : differences.newer().entrySet()) {
      mended += rows.raise(kind, newer.getKey(), newer.getValue()) ? 1 : 0;
    }
    return mended + remove(alias, differences.surplus());
  }

  /// The database has no row that could be sent for them, so nothing revives what is deleted.
  private long remove(String alias, Map<Long, Long> surplus) {
    long removed = 0;
    List<Map.Entry<Long, Long>> all = new ArrayList<>(surplus.entrySet());
    for (int start = 0; start < all.size(); start += REMOVALS_MAX) {
      StringBuilder lines = new StringBuilder();
      all.subList(start, Math.min(all.size(), start + REMOVALS_MAX))
          .forEach(document ->
              lines
                  .append("{\"delete\":{\"_index\":\"")
                  .append(alias)
                  .append("\",\"_id\":\"")
                  .append(document.getKey())
                  .append("\",\"version_type\":\"external_gte\",\"version\":")
                  .append(document.getValue())
                  .append("}}\n"));
      JsonNode answer = elastic.bulk(lines.toString(), configuration.requestTimeout());
      for (JsonNode item : Json.at(answer, "items").values()) {
        removed += Json.at(item, "delete", "status").getIntValue() < 300 ? 1 : 0;
      }
    }
    return removed;
  }
}
