package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.price.Tonne;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// From what the price of a line was worked out, under an agreement whose price is more than a
/// figure for a wet tonne; kept, so that whoever has the agreement can work it out again.
///
/// @param month by whose index it is priced, such as `2026-03`: that of the governing weighing
/// @param index the code of the index
/// @param indexYuanPerT what the index was by then
/// @param basePriceYuanPerT before premiums and penalties
/// @param tonne of which it is the price
/// @param moisturePct of the assay, where the price is for dry tonnes
/// @param loadingFeeYuanPerT for each tonne that was accepted
@Serdeable
public record LinePricing(
    @Nullable String month,
    @Nullable String index,
    @Nullable BigDecimal indexYuanPerT,
    BigDecimal basePriceYuanPerT,
    Tonne tonne,
    @Nullable BigDecimal moisturePct,
    @Nullable BigDecimal loadingFeeYuanPerT) {}
