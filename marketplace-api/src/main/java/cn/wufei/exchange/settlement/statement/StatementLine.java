package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One load on a statement, or its correction. Kilograms and amounts of a reversal are negative.
///
/// @param acceptedKg what statistics count
/// @param settledKg what is paid for
/// @param deductionKg of the assay, or of the receipt where no assay covers the load
/// @param amountFen positive when the buyer pays; rounded once
/// @param freightFen positive when the buyer pays it back
/// @param correctsLineId the line that a reversal takes back
@Serdeable
public record StatementLine(
    Id id,
    Id statementId,
    int place,
    LineKind kind,
    Id loadId,
    String loadNumber,
    Id agreementId,
    String agreementNumber,
    String materialKey,
    LocalDate receivedOn,
    String originTicket,
    String destinationTicket,
    long acceptedKg,
    long deductionKg,
    long settledKg,
    @Nullable Id assayId,
    BigDecimal priceYuanPerT,
    long amountFen,
    long freightFen,
    @Nullable Id correctsLineId) {

  /// Whether another line says the same of the same load.
  boolean saysTheSame(StatementLine other) {
    return loadId.equals(other.loadId)
        && acceptedKg == other.acceptedKg
        && settledKg == other.settledKg
        && priceYuanPerT.compareTo(other.priceYuanPerT) == 0
        && amountFen == other.amountFen
        && freightFen == other.freightFen;
  }

  /// The same with the opposite sign, on a statement that corrects this one.
  StatementLine reversed(Id statement, int at) {
    return new StatementLine(
        Id.next(),
        statement,
        at,
        LineKind.REVERSAL,
        loadId,
        loadNumber,
        agreementId,
        agreementNumber,
        materialKey,
        receivedOn,
        originTicket,
        destinationTicket,
        -acceptedKg,
        -deductionKg,
        -settledKg,
        assayId,
        priceYuanPerT,
        -amountFen,
        -freightFen,
        id);
  }

  /// What it should have been. Accepted kilograms are the receipt's and stay.
  StatementLine replaced(
      Id statement, int at, long newSettledKg, BigDecimal newPrice, long newAmountFen) {
    return new StatementLine(
        Id.next(),
        statement,
        at,
        LineKind.REPLACEMENT,
        loadId,
        loadNumber,
        agreementId,
        agreementNumber,
        materialKey,
        receivedOn,
        originTicket,
        destinationTicket,
        acceptedKg,
        deductionKg + settledKg - newSettledKg,
        newSettledKg,
        assayId,
        newPrice,
        newAmountFen,
        freightFen,
        null);
  }
}
