package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.indexer.index.SearchDownException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Documents that meet clauses, those with the best price first, freight included. The index may be
/// a second or more behind the database: whoever shows them judges again on current rows.
@Singleton
public class Candidates {

  private static final Logger LOG = LoggerFactory.getLogger(Candidates.class);

  private final CostOrder order;

  Candidates(CostOrder order) {
    this.order = order;
  }

  /// Lots, the one with the lowest price first, brought to the basis of the caller's limit.
  public Outcome<List<Id>> lots(List<Map<String, Object>> clauses, Standpoint caller, int count) {
    return first(Target.LOTS, clauses, caller, count);
  }

  /// Demands, the one that leaves most above the caller's price first.
  public Outcome<List<Id>> demands(
      List<Map<String, Object>> clauses, Standpoint caller, int count) {
    return first(Target.DEMANDS, clauses, caller, count);
  }

  private Outcome<List<Id>> first(
      Target target, List<Map<String, Object>> clauses, Standpoint caller, int count) {
    try {
      return order
          .first(target, Clauses.all(clauses), caller, null, count)
          .map(found -> found.stream().map(costed -> Id.parse(costed.id())).toList());
    } catch (SearchDownException e) {
      LOG.debug("Search is away", e);
      return SearchRefusal.unavailable();
    }
  }
}
