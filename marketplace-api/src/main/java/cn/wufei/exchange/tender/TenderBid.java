package cn.wufei.exchange.tender;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A bid as the seller, the bidders and the authorities see it from the closing on. Price and nonce
/// of a bid that was opened are there from the end of the opening on, so that each of them can work
/// out the commitment; before, its bidder alone sees them, and whether it counts.
///
/// @param buyerSite where the buyer wants it
/// @param message what the bidder wrote; for the seller and the authorities
/// @param counts whether it has a confirmed deposit where one is asked for, and after the opening
///   whether it was opened and is not below the least price
/// @param notCounted why not
/// @param rank of the bids that count, 1 the best: the highest price, then the one sealed earlier;
///   from the end of the opening on
/// @param passedOver the code of the reason why the sale was not awarded to it although it was the
///   best
/// @param won whether the sale was awarded to it
@Serdeable
@Schema(name = "TenderBid")
public record TenderBid(
    Id id,
    OrganisationRef bidder,
    SiteRef buyerSite,
    BidStatus status,
    String commitment,
    Instant sealedAt,
    @Nullable String message,
    BigDecimal distanceKm,
    BigDecimal freightYuanPerT,
    @Nullable Instant openedAt,
    @Nullable BigDecimal priceYuanPerT,
    @Nullable String nonce,
    boolean counts,
    @Nullable NotCounted notCounted,
    @Nullable Integer rank,
    @Nullable String passedOver,
    boolean won) {}
