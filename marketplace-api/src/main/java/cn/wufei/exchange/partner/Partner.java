package cn.wufei.exchange.partner;

import cn.wufei.exchange.identity.OrganisationRef;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How the caller's firm stands with another, by its own last decision. What the other has decided
/// is not in it.
///
/// @param valid whether an approval holds today
/// @param decidedBy the name of who decided
@Serdeable
@Schema(name = "Partner")
record Partner(
    OrganisationRef organisation,
    PartnerStanding standing,
    boolean valid,
    @Nullable String approvalNumber,
    @Nullable LocalDate validTo,
    @Nullable String scope,
    @Nullable String reason,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy) {}
