package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A monthly statement (对账单) between a seller and a buyer; its lines are read apart.
///
/// @param number for people, such as `S2026-000001`
/// @param month such as `2026-03`
/// @param correctsId the agreed statement that this one corrects
/// @param prepaidFen what of it was met by money paid ahead
@Serdeable
public record Statement(
    Id id,
    String number,
    long version,
    StatementStatus status,
    OrganisationRef seller,
    OrganisationRef buyer,
    Side draftedBy,
    String month,
    @Nullable Id correctsId,
    StatementTerms terms,
    StatementTotals totals,
    long prepaidFen,
    Instant draftedAt,
    @Nullable Instant agreedAt,
    @Nullable Instant endedAt,
    @Nullable String disputeReason) {}
