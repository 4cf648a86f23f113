package cn.wufei.exchange.search;

import cn.wufei.exchange.http.SearchHealth;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.SearchDownException;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Asks Elasticsearch at most once a second whether it is there. Nobody waits for the question but
/// the one who asks it, and that one half a second at most.
@Singleton
class SearchLiveness implements SearchHealth {

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Elastic elastic;
  private volatile Known known = new Known(false, System.nanoTime() - FRESH.toNanos());

  SearchLiveness(Elastic elastic) {
    this.elastic = elastic;
  }

  @Override
  public boolean isUp() {
    Known last = known;
    if (System.nanoTime() - last.atNs() < FRESH.toNanos()) {
      return last.up();
    }
    known = new Known(last.up(), System.nanoTime());
    boolean up = answers();
    known = new Known(up, System.nanoTime());
    return up;
  }

  private boolean answers() {
    try {
      elastic.get("/_cluster/health", PATIENCE);
      return true;
    } catch (SearchDownException _) {
      return false;
    }
  }

  private record Known(boolean up, long atNs) {}
}
