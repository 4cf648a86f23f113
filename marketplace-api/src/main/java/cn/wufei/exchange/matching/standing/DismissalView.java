package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.Match;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A dismissal as the side that made it sees it.
///
/// @param partner the other side
/// @param hides whether the reason still holds
/// @param match the pair as it is now; nothing when lot or demand have left the market
@Serdeable
@Schema(name = "Dismissal")
record DismissalView(
    Id id,
    Id lotId,
    Id demandId,
    OrganisationRef partner,
    DismissalReason reason,
    @Nullable String note,
    Instant dismissedAt,
    boolean hides,
    @Nullable Match match) {}
