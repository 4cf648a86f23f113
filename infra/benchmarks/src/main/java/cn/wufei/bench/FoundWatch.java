package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.index.SearchIndex;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/// Looks every few milliseconds, in one search for all of them, which of the expected versions can
/// be found. A search sees only what was refreshed, unlike a request for one document.
final class FoundWatch implements AutoCloseable {

  private static final Duration STEP = Duration.ofMillis(25);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int AT_ONCE_MAX = 5_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SearchServer search;
  private final List<Expected> waiting = new ArrayList<>();
  private final List<Lag> lags = new ArrayList<>();
  private final Thread looking;
  private volatile boolean closed;

  FoundWatch(SearchServer search) {
    this.search = search;
    this.looking = Thread.ofPlatform().name("found-watch").daemon().start(this::look);
  }

  /// @param sentAt when the change was sent, before its commit
  /// @param answeredAt when it was answered, after its commit
  void expect(Id lot, long version, long sentAt, long answeredAt) {
    synchronized (waiting) {
      waiting.add(new Expected(lot, version, sentAt, answeredAt));
    }
  }

  /// Until each was found, when all have been.
  List<Lag> awaitAll() {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      synchronized (waiting) {
        if (waiting.isEmpty()) {
          return List.copyOf(lags);
        }
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(waiting.size() + " changes are not found");
        }
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  private void look() {
    while (!closed) {
      long startedAt = System.nanoTime();
      Set<Id> sought = new HashSet<>();
      synchronized (waiting) {
        waiting.forEach(each -> sought.add(each.lot()));
      }
      if (!sought.isEmpty()) {
        settle(found(sought), System.nanoTime());
      }
      LockSupport.parkNanos(Math.max(0, STEP.toNanos() - (System.nanoTime() - startedAt)));
    }
  }

  private void settle(Map<Id, Long> versions, long now) {
    synchronized (waiting) {
      for (Iterator<Expected> each = waiting.iterator(); each.hasNext(); ) {
        Expected expected = each.next();
        if (versions.getOrDefault(expected.lot(), 0L) >= expected.version()) {
          lags.add(new Lag(now - expected.sentAt(), Math.max(0, now - expected.answeredAt())));
          each.remove();
        }
      }
    }
  }

  private Map<Id, Long> found(Set<Id> lots) {
    StringBuilder ids = new StringBuilder();
    lots.forEach(lot -> ids.append(ids.isEmpty() ? "\"" : ", \"").append(lot.value()).append('"'));
    String answer =
        search.send(
            "POST",
            "/" + SearchIndex.LOTS.alias() + "/_search?filter_path=hits.hits",
            """
            {"size": %d, "_source": false, "track_total_hits": false,
             "docvalue_fields": ["version"], "query": {"ids": {"values": [%s]}}}
            """
                .formatted(AT_ONCE_MAX, ids));
    try {
      Map<Id, Long> versions = new HashMap<>();
      for (JsonNode hit : JSON.readTree(answer).path("hits").path("hits")) {
        versions.put(
            Id.of(hit.path("_id").asLong()), hit.path("fields").path("version").path(0).asLong());
      }
      return versions;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      looking.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private record Expected(Id lot, long version, long sentAt, long answeredAt) {}

  /// Nanoseconds until a change was found, since it was sent and since it was answered; none when
  /// it was found before its answer was read.
  record Lag(long sinceSent, long sinceAnswered) {}
}
