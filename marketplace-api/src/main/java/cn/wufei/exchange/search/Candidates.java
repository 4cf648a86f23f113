package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the index for documents that may match. The index may be a second or more behind the
/// database: whoever shows them judges again on current rows.
@Singleton
public class Candidates {

  private static final Logger LOG = LoggerFactory.getLogger(Candidates.class);

  private final Elastic elastic;
  private final CostOrder order;
  private final SearchConfiguration configuration;

  Candidates(Elastic elastic, CostOrder order, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.order = order;
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

  /// Lots that meet the clauses, the one with the lowest price first, brought to the basis of the
  /// caller's limit.
  public Outcome<List<Id>> lots(List<Map<String, Object>> clauses, Standpoint caller, int count) {
    try {
      return order
          .first(Target.LOTS, Clauses.all(clauses), caller, null, null, count)
          .map(found -> found.stream().map(costed -> Id.parse(costed.id())).toList());
    } catch (SearchDownException e) {
      LOG.debug("Search is away", e);
      return SearchRefusal.unavailable();
    }
  }
}
