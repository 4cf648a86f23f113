package cn.wufei.exchange.listing;

import cn.wufei.exchange.haul.PriceBasis;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a lot costs from a moment until its next price.
///
/// @param number counts the lot's prices from 1
/// @param priceYuanPerT negative when the producer pays
/// @param taxIncluded absent of a price of which an earlier release kept only the figure
/// @param basis absent of the same
@Serdeable
@Schema(name = "LotPrice")
public record LotPrice(
    int number,
    Instant since,
    BigDecimal priceYuanPerT,
    @Nullable Boolean taxIncluded,
    @Nullable PriceBasis basis) {}
