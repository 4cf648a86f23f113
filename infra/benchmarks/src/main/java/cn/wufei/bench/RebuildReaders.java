package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.index.SearchRejectedException;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Search for documents that were found before, and count what they miss.
final class RebuildReaders {

  private static final int AT_ONCE = 100;

  private final Elastic elastic;
  private final Duration limit;
  private final List<String> known = new ArrayList<>();
  private final Set<String> found = ConcurrentHashMap.newKeySet();
  private final Set<String> hoped = ConcurrentHashMap.newKeySet();
  private final AtomicInteger queries = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger missed = new AtomicInteger();

  RebuildReaders(Elastic elastic, Duration limit) {
    this.elastic = elastic;
    this.limit = limit;
  }

  /// These are in the index. Said before anybody reads.
  void know(long firstId, int count) {
    for (int i = 0; i < count; i++) {
      known.add(Id.of(firstId + i).toString());
    }
  }

  void hopeFor(long id) {
    hoped.add(Id.of(id).toString());
  }

  int queries() {
    return queries.get();
  }

  int failed() {
    return failed.get();
  }

  int missed() {
    return missed.get();
  }

  void read(AtomicBoolean stop) {
    while (!stop.get()) {
      Set<String> sought = new HashSet<>();
      found.stream().limit(AT_ONCE / 2).forEach(sought::add);
      while (sought.size() < Math.min(AT_ONCE, known.size())) {
        sought.add(known.get(ThreadLocalRandom.current().nextInt(known.size())));
      }
      ask(sought, true);
      Set<String> latest = new HashSet<>();
      hoped.stream().limit(AT_ONCE).forEach(latest::add);
      Set<String> there = ask(latest, false);
      found.addAll(there);
      hoped.removeAll(there);
    }
  }

  private Set<String> ask(Set<String> sought, boolean all) {
    queries.incrementAndGet();
    try {
      Set<String> there = search(sought);
      if (all) {
        missed.addAndGet(sought.size() - there.size());
      }
      return there;
    } catch (SearchDownException | SearchRejectedException e) {
      failed.incrementAndGet();
      return Set.of();
    }
  }

  private Set<String> search(Set<String> ids) {
    JsonNode answer =
        elastic.search(
            SearchIndex.LOTS,
            Map.of(
                "size",
                AT_ONCE,
                "_source",
                List.of("id"),
                "query",
                Map.of("terms", Map.of("id", List.copyOf(ids)))),
            limit);
    Set<String> there = new HashSet<>();
    for (JsonNode hit : Json.at(answer, "hits", "hits").values()) {
      there.add(Json.at(hit, "_source", "id").getStringValue());
    }
    return there;
  }
}
