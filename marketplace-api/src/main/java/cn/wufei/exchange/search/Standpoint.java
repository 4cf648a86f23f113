package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.haul.PriceBasis;
import org.jspecify.annotations.Nullable;

/// From where, and on which terms, somebody compares what documents cost.
///
/// @param place the caller's site
/// @param basis who looks for lots: that of its limit; who looks for demands: that of its price
/// @param radiusKm how far a delivered price of the caller's reaches
/// @param consignmentKg the most that the caller would move at once; what a document has left
///   limits it too
/// @param beyond whether documents are wanted too to which, or from which, no delivered price
///   reaches: at that price
public record Standpoint(
    Place place, PriceBasis basis, @Nullable Integer radiusKm, long consignmentKg, boolean beyond) {

  /// A buyer's gate, where lots are compared with freight.
  public static Standpoint gate(Place place) {
    return new Standpoint(place, PriceBasis.DELIVERED, null, Long.MAX_VALUE, false);
  }

  /// A seller's works, where it is asked what is left of a limit after freight.
  public static Standpoint works(Place place) {
    return new Standpoint(place, PriceBasis.EX_WORKS, null, Long.MAX_VALUE, false);
  }

  /// The same, for near misses.
  public Standpoint withBeyond() {
    return new Standpoint(place, basis, radiusKm, consignmentKg, true);
  }
}
