package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A payment between two banks, as the parties record it.
///
/// @param number for people, such as `P2026-000001`
/// @param settledFen what of it met dues
/// @param prepaidFen what of it was paid ahead
@Serdeable
record Payment(
    Id id,
    String number,
    long version,
    PaymentStatus status,
    OrganisationRef payer,
    OrganisationRef payee,
    PaymentPurpose purpose,
    long amountFen,
    LocalDate paidOn,
    String bankReference,
    @Nullable String note,
    long settledFen,
    long prepaidFen,
    Instant recordedAt,
    @Nullable Instant answeredAt,
    @Nullable String rejectionReason) {}
