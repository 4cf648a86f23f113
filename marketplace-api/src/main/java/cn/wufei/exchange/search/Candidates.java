package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the index for documents that may match. The index may be a second or more behind the
/// database: whoever shows them judges again on current rows.
@Singleton
public class Candidates {

  private static final Logger LOG = LoggerFactory.getLogger(Candidates.class);

  private final Elastic elastic;
  private final SearchConfiguration configuration;

  Candidates(Elastic elastic, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.configuration = configuration;
  }

  /// What Elasticsearch answers to a request.
  public Outcome<JsonNode> ask(SearchIndex index, Map<String, Object> body) {
    try {
      return Outcome.done(elastic.search(index, body, configuration.timeout()));
    } catch (SearchDownException e) {
      LOG.debug("Search is away", e);
      return SearchRefusal.unavailable();
    }
  }
}
