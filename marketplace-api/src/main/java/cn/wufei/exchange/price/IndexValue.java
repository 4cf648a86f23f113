package cn.wufei.exchange.price;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an index was in a month, as somebody stated it. Of several of one month the last counts.
///
/// @param month such as `2026-03`
/// @param superseded whether a later one of the same month counts
/// @param statedBy name of the member
@Serdeable
@Schema(name = "IndexValue")
record IndexValue(
    Id id,
    String month,
    BigDecimal yuanPerT,
    boolean superseded,
    Instant statedAt,
    String statedBy,
    @Nullable String note) {}
