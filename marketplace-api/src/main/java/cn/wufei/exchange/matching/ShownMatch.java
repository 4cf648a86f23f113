package cn.wufei.exchange.matching;

import cn.wufei.exchange.kernel.Id;
import java.math.BigDecimal;
import java.time.Instant;

/// A pair as it was when it was first shown to one of its sides.
///
/// @param quantityKg what could have moved
/// @param shownTo the organisation that saw it first
public record ShownMatch(
    Id id,
    Id lotId,
    Id demandId,
    String materialKey,
    long quantityKg,
    BigDecimal deliveredYuanPerT,
    BigDecimal score,
    Instant firstShownAt,
    Id shownTo) {}
