package cn.wufei.exchange.tender;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.DistanceSource;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A bid as its bidder sees it.
///
/// @param sealedAt when it was sealed, or put in the place of the one before
/// @param secured whether its deposit is confirmed, or none is asked for: without it the bid does
///   not count
/// @param priceYuanPerT from when it is opened on; until then only the bidder has it
@Serdeable
@Schema(name = "OwnBid")
public record OwnBid(
    Id id,
    long version,
    Id tenderId,
    BidStatus status,
    String commitment,
    SiteRef buyerSite,
    @Nullable String message,
    FreightMode mode,
    BigDecimal distanceKm,
    DistanceSource distanceSource,
    BigDecimal freightYuanPerT,
    Instant sealedAt,
    boolean secured,
    @Nullable Instant openedAt,
    @Nullable BigDecimal priceYuanPerT,
    @Nullable String nonce) {}
