package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.partner.NewlyMet;
import cn.wufei.exchange.searchfeed.Unmatched;
import cn.wufei.indexer.document.DocumentKind;
import jakarta.inject.Singleton;
import java.util.List;

/// Has what two firms offer and seek matched again when they meet, so that both are told of what
/// fits, and pairs stand again that did not survive their keeping apart.
@Singleton
class MatchNewlyMet implements NewlyMet {

  /// Lots, and demands, of one firm that are matched again at most, the newest; older ones with
  /// their next change.
  static final int DOCUMENTS_MAX = 500;

  private final Lots lots;
  private final Demands demands;
  private final Unmatched unmatched;

  MatchNewlyMet(Lots lots, Demands demands, Unmatched unmatched) {
    this.lots = lots;
    this.demands = demands;
    this.unmatched = unmatched;
  }

  @Override
  public void met(Id one, Id other) {
    match(one, other, false);
    match(other, one, false);
  }

  @Override
  public void approved(Id seller, Id buyer) {
    match(seller, buyer, true);
  }

  /// From both sides: a pair stands when either is among the best for the other.
  private void match(Id seller, Id buyer, boolean approvedOnly) {
    List<Id> offered = lots.publishedOf(seller, approvedOnly, DOCUMENTS_MAX);
    List<Id> sought = offered.isEmpty() ? List.of() : demands.publishedOf(buyer, DOCUMENTS_MAX);
    if (!sought.isEmpty()) {
      unmatched.putAgain(DocumentKind.LOT, offered);
      unmatched.putAgain(DocumentKind.DEMAND, sought);
    }
  }
}
