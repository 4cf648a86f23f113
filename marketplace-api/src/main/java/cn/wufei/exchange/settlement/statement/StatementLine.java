package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.settlement.Pricing;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One load on a statement, or its correction. Kilograms and amounts of a reversal are negative.
///
/// @param acceptedKg what statistics count
/// @param settledKg what is paid for
/// @param deductionKg of the assay, or of the receipt where no assay covers the load
/// @param amountFen positive when the buyer pays; rounded once
/// @param freightFen positive when the buyer pays it back
/// @param pricing of what the price was made; nothing where it is the agreement's figure for a wet
///   tonne
/// @param loadingFen what loading costs besides; positive when the buyer pays it
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
    @Nullable LinePricing pricing,
    long loadingFen,
    @Nullable Id correctsLineId) {

  /// Whether another line says the same of the same load.
  boolean saysTheSame(StatementLine other) {
    return loadId.equals(other.loadId)
        && receivedOn.equals(other.receivedOn)
        && originTicket.equals(other.originTicket)
        && destinationTicket.equals(other.destinationTicket)
        && Objects.equals(assayId, other.assayId)
        && acceptedKg == other.acceptedKg
        && settledKg == other.settledKg
        && priceYuanPerT.compareTo(other.priceYuanPerT) == 0
        && amountFen == other.amountFen
        && freightFen == other.freightFen
        && loadingFen == other.loadingFen;
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
        pricing,
        -loadingFen,
        id);
  }

  /// What it should have been. What is neither settled nor, as far as accepted kilograms changed,
  /// never came, was deducted.
  StatementLine replaced(Id statement, int at, CorrectionDraft.Line wanted) {
    long unsettledKg =
        deductionKg + settledKg + wanted.acceptedKg() - acceptedKg - wanted.settledKg();
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
        wanted.acceptedKg(),
        wanted.acceptedKg() == 0 ? 0 : unsettledKg,
        wanted.settledKg(),
        assayId,
        wanted.priceYuanPerT(),
        Pricing.amountFen(wanted.settledKg(), wanted.priceYuanPerT()),
        wanted.freightFen(),
        pricing,
        loadingFen(pricing, wanted.acceptedKg()),
        null);
  }

  /// Fen for loading that much, as it was weighed.
  static long loadingFen(@Nullable LinePricing pricing, long acceptedKg) {
    return pricing == null || pricing.loadingFeeYuanPerT() == null
        ? 0
        : Pricing.amountFen(acceptedKg, pricing.loadingFeeYuanPerT());
  }
}
