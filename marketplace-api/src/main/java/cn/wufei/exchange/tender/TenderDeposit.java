package cn.wufei.exchange.tender;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A deposit as its payer, the seller and the authorities see it. The money is between their banks;
/// here is what they say of it.
///
/// @param returnedAt when it was released or forfeited
/// @param releaseReference of the bank, for what was paid back
@Serdeable
@Schema(name = "TenderDeposit")
public record TenderDeposit(
    Id id,
    long version,
    Id tenderId,
    TenderDepositStatus status,
    OrganisationRef payer,
    OrganisationRef holder,
    long amountFen,
    String bankReference,
    LocalDate paidOn,
    Instant recordedAt,
    @Nullable Instant answeredAt,
    @Nullable String rejectionReason,
    @Nullable Instant returnedAt,
    @Nullable String releaseReference,
    @Nullable LocalDate releasedOn,
    @Nullable String forfeitReason) {}
