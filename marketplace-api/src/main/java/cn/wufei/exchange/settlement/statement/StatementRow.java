package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A statement as it is stored.
record StatementRow(
    Id id,
    String number,
    long version,
    StatementStatus status,
    Id sellerId,
    Id buyerId,
    Side draftedBy,
    YearMonth month,
    @Nullable Id correctsId,
    StatementTerms terms,
    StatementTotals totals,
    long prepaidFen,
    Instant draftedAt,
    @Nullable Instant agreedAt,
    @Nullable Instant endedAt,
    @Nullable String disputeReason) {

  boolean isParty(Caller caller) {
    return caller.organisationId().equals(sellerId) || caller.organisationId().equals(buyerId);
  }

  boolean isDrafter(Caller caller) {
    return caller.organisationId().equals(draftedBy == Side.SELLER ? sellerId : buyerId);
  }

  StatementRow agreed(Instant at, long usedPrepaidFen) {
    return changed(StatementStatus.AGREED, usedPrepaidFen, at, null, disputeReason);
  }

  StatementRow disputed(String reason) {
    return changed(StatementStatus.DISPUTED, 0, null, null, reason);
  }

  StatementRow withdrawn(Instant at) {
    return changed(StatementStatus.WITHDRAWN, 0, null, at, disputeReason);
  }

  private StatementRow changed(
      StatementStatus how,
      long usedPrepaidFen,
      @Nullable Instant agreed,
      @Nullable Instant ended,
      @Nullable String dispute) {
    return new StatementRow(
        id,
        number,
        version + 1,
        how,
        sellerId,
        buyerId,
        draftedBy,
        month,
        correctsId,
        terms,
        totals,
        usedPrepaidFen,
        draftedAt,
        agreed,
        ended,
        dispute);
  }
}
