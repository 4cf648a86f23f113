package cn.wufei.indexer.upkeep;

import cn.wufei.indexer.document.Slices;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Indices;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.intake.IntakeConfiguration;
import cn.wufei.indexer.rows.SliceSum;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an index has, by slice and by document.
@Singleton
class IndexReading {

  private final Elastic elastic;
  private final Indices indices;
  private final IntakeConfiguration intake;
  private final UpkeepConfiguration configuration;

  IndexReading(
      Elastic elastic,
      Indices indices,
      IntakeConfiguration intake,
      UpkeepConfiguration configuration) {
    this.elastic = elastic;
    this.indices = indices;
    this.intake = intake;
    this.configuration = configuration;
  }

  /// Count and sum of the revisions by slice. Sums are exact: they stay far below 2^53.
  Map<Integer, SliceSum> sums(String alias) {
    indices.refresh(alias, intake.requestTimeout());
    JsonNode answer =
        search(
            alias,
            Map.of(
                "size",
                0,
                "aggs",
                Map.of(
                    "slices",
                    Map.of(
                        "terms",
                        Map.of("field", "slice", "size", Slices.COUNT),
                        "aggs",
                        Map.of("revisions", Map.of("sum", Map.of("field", "revision")))))));
    Map<Integer, SliceSum> sums = new HashMap<>();
    for (JsonNode bucket : Json.at(answer, "aggregations", "slices", "buckets").values()) {
      sums.put(
          Json.at(bucket, "key").getIntValue(),
          new SliceSum(
              Json.at(bucket, "doc_count").getLongValue(),
              Math.round(Json.at(bucket, "revisions", "value").getDoubleValue())));
    }
    return sums;
  }

  /// The revisions of all documents of some slices. Pages follow the ids, which never change, so
  /// none is passed over that is written meanwhile.
  Map<Long, Long> revisions(String alias, Collection<Integer> slices) {
    indices.refresh(alias, intake.requestTimeout());
    Map<Long, Long> revisions = new HashMap<>();
    List<JsonNode> hits;
    Object after = null;
    do {
      hits = page(alias, slices, after);
      for (JsonNode hit : hits) {
        revisions.put(
            Long.valueOf(Json.at(hit, "_id").getStringValue()),
            Json.at(hit, "_version").getLongValue());
      }
      after = hits.isEmpty() ? null : Json.first(hits.getLast(), "sort").getStringValue();
    } while (hits.size() == configuration.comparePage());
    return revisions;
  }

  private List<JsonNode> page(String alias, Collection<Integer> slices, @Nullable Object after) {
    Map<String, Object> body = new HashMap<>();
    body.put("size", configuration.comparePage());
    body.put("_source", false);
    body.put("version", true);
    body.put("track_total_hits", false);
    body.put("query", Map.of("terms", Map.of("slice", slices)));
    body.put("sort", List.of(Map.of("id", "asc")));
    if (after != null) {
      body.put("search_after", List.of(after));
    }
    return Json.hits(search(alias, body));
  }

  private JsonNode search(String alias, Map<String, ?> body) {
    JsonNode answer =
        elastic.post(
            "/" + alias + "/_search?allow_partial_search_results=false",
            body,
            intake.requestTimeout());
    if (Json.at(answer, "timed_out").getBooleanValue()) {
      throw new SearchDownException("Elasticsearch has answered in part only");
    }
    return answer;
  }
}
