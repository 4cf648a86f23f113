package cn.wufei.exchange.deal;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.DistanceSource;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Who deals with whom, about which lot, and over which distance.
///
/// @param lotTitle as it read when the offer was made
/// @param distanceKm by that mode
/// @param freightYuanPerT for that distance, by the catalog's rates
public record Parties(
    Id lotId,
    String lotTitle,
    Id streamId,
    String materialKey,
    @Nullable Id demandId,
    Id sellerId,
    Id buyerId,
    Id sellerSiteId,
    Id buyerSiteId,
    FreightMode mode,
    DistanceSource distanceSource,
    BigDecimal distanceKm,
    BigDecimal freightYuanPerT) {

  /// On which side the caller's organisation stands; nothing for a stranger.
  public @Nullable Side sideOf(Caller caller) {
    if (caller.organisationId().equals(sellerId)) {
      return Side.SELLER;
    }
    return caller.organisationId().equals(buyerId) ? Side.BUYER : null;
  }

  public boolean maySee(Caller caller) {
    return caller.maySee(sellerId) || caller.maySee(buyerId);
  }

  public Id counterpartyOf(Caller caller) {
    return caller.organisationId().equals(sellerId) ? buyerId : sellerId;
  }
}
