package cn.wufei.exchange.tender;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A tender in a list.
///
/// @param awardUntil from the end of the opening on
/// @param ownBid how the caller's own bid stands, where there is one
@Serdeable
@Schema(name = "TenderSummary")
public record TenderSummary(
    Id id,
    TenderStatus status,
    Id lotId,
    String lotTitle,
    String materialKey,
    OrganisationRef seller,
    SiteRef sellerSite,
    long quantityKg,
    @Nullable BigDecimal minimumPriceYuanPerT,
    @Nullable Long depositFen,
    Instant closesAt,
    Instant opensUntil,
    @Nullable Instant awardUntil,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Nullable BidStatus ownBid) {}
