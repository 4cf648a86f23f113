package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.indexer.document.LotDocument;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// With whom an organisation stands how, as clauses. Documents say nothing of that, so nothing is
/// indexed anew when somebody decides something. Who is on nobody's list asks what it would ask
/// without lists, so that counts that are remembered serve many.
public final class CircleClauses {

  private CircleClauses() {}

  /// Documents of one of these.
  public static Map<String, Object> among(Collection<Id> organisations) {
    return Clauses.terms(
        SearchFields.ORGANISATION_ID, organisations.stream().map(Id::toString).sorted().toList());
  }

  /// Documents of those from whom the organisation does not keep apart; no clause when it keeps
  /// apart from nobody.
  public static List<Map<String, Object>> met(Circle circle) {
    return circle.apart().isEmpty() ? List.of() : List.of(Clauses.not(among(circle.apart())));
  }

  /// Documents that are published for the organisation.
  ///
  /// A firm finds its own lots for approved buyers once it is on or has a list of approvals;
  /// without one nobody could find them.
  static Map<String, Object> published(Target target, Circle circle) {
    Map<String, Object> toAll = Clauses.term(SearchFields.STATUS, SearchFields.PUBLISHED);
    if (target == Target.DEMANDS) {
      return toAll;
    }
    Map<String, Object> toApproved =
        Clauses.term(SearchFields.STATUS, LotDocument.PUBLISHED_TO_APPROVED);
    if (circle.seesAll()) {
      return Clauses.any(List.of(toAll, toApproved));
    }
    if (circle.approvedBy().isEmpty() && circle.approves().isEmpty()) {
      return toAll;
    }
    Set<Id> sellers = new HashSet<>(circle.approvedBy());
    sellers.add(circle.own());
    return Clauses.any(List.of(toAll, Clauses.all(List.of(toApproved, among(sellers)))));
  }
}
