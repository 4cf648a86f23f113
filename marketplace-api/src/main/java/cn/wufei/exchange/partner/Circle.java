package cn.wufei.exchange.partner;

import cn.wufei.exchange.kernel.Id;
import java.util.Set;

/// How one organisation stands with the others on a day. That two of them are apart is the same
/// whichever of them decided it: nothing here tells who.
///
/// @param own whose it is
/// @param seesAll whether it supervises the others, so that nothing is kept from it
/// @param apart those with whom nothing begins
/// @param approves buyers with a valid approval of its own
/// @param approvedBy sellers of whom it has a valid approval
public record Circle(Id own, boolean seesAll, Set<Id> apart, Set<Id> approves, Set<Id> approvedBy) {

  public Circle {
    apart = Set.copyOf(apart);
    approves = Set.copyOf(approves);
    approvedBy = Set.copyOf(approvedBy);
  }

  /// Of an authority, or of the platform.
  static Circle ofAll(Id own) {
    return new Circle(own, true, Set.of(), Set.of(), Set.of());
  }

  /// Whether what the other offers or seeks is there for the organisation to see.
  public boolean meets(Id other) {
    return !apart.contains(other);
  }

  /// Whether a seller's lots for approved buyers are there for the organisation to see: always its
  /// own.
  public boolean isApprovedBy(Id seller) {
    return seesAll || own.equals(seller) || approvedBy.contains(seller);
  }

  /// Whether a lot of the seller's is there for the organisation to see.
  ///
  /// @param approvedOnly whether it is offered to approved buyers only
  public boolean sees(Id seller, boolean approvedOnly) {
    return meets(seller) && (!approvedOnly || isApprovedBy(seller));
  }

  /// Whether a lot may go from the one to the other, one of whom is the organisation.
  ///
  /// @param approvedOnly whether it is offered to approved buyers only
  public boolean joins(Id seller, Id buyer, boolean approvedOnly) {
    return own.equals(seller)
        ? meets(buyer) && (!approvedOnly || approves.contains(buyer))
        : sees(seller, approvedOnly);
  }
}
