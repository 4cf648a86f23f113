package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Id;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Orders documents by how well they fit one demand, or one lot.
public interface MatchOrder {

  /// The terms of the demand or lot, on which documents are costed to choose those to rank.
  Standpoint standpoint();

  /// What documents must meet to have anything to do with it.
  List<Map<String, Object>> clauses();

  /// Those of the documents that fit or nearly fit, as the database says now, in no order.
  List<Rank> rank(List<Id> ids);

  /// @param fits whether no constraint is broken
  /// @param score 0..100
  record Rank(Id id, boolean fits, double score) {

    /// What fits before what nearly does, the higher score first.
    public static final Comparator<Rank> BEST_FIRST =
        Comparator.comparing(Rank::fits)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Rank::score).reversed())
            .thenComparing(Rank::id);
  }
}
