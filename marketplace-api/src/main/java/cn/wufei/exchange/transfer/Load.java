package cn.wufei.exchange.transfer;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One truck, one record.
///
/// @param number for people, such as `L2026-000001`; years are those of China Standard Time
/// @param manifestNumber of the external manifest (联单), where there is one
/// @param acceptedKg destination net less rejected: what statistics count
/// @param settledKg what is paid for, see [Settlement]
/// @param moisturePct as the assay says; it is kept, and no part of the sum
/// @param differenceKg destination net less origin net
/// @param differencePct of the origin net
/// @param beyondStockKg how much of it was not recorded to be in the producer's yard
/// @param beyondAgreementKg how much of it goes beyond the agreement's tolerance
/// @param beyondCallOffKg how much of it goes beyond what was called off of its month and the
///   tolerance, under a framework; measured when it was recorded, anew when its weight is corrected
@Serdeable
public record Load(
    Id id,
    String number,
    long version,
    LoadStatus status,
    Id agreementId,
    String agreementNumber,
    Id streamId,
    String materialKey,
    OrganisationRef seller,
    OrganisationRef buyer,
    String plate,
    @Nullable String carrier,
    @Nullable String manifestNumber,
    Weighing origin,
    @Nullable Arrival destination,
    @Nullable Long acceptedKg,
    @Nullable Long settledKg,
    @Nullable BigDecimal moisturePct,
    @Nullable Long deductionKg,
    @Nullable Long differenceKg,
    @Nullable BigDecimal differencePct,
    @Nullable Boolean differenceBeyondTolerance,
    @Nullable String note,
    long beyondStockKg,
    long beyondAgreementKg,
    long beyondCallOffKg,
    @Nullable Instant refusedAt,
    @Nullable String refusalReason) {}
