package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.db.tables.records.SettlementLineRecord;
import cn.wufei.exchange.db.tables.records.SettlementStatementRecord;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.price.Tonne;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Between a statement and its rows.
final class StatementMapping {

  private StatementMapping() {}

  static StatementRow statement(SettlementStatementRecord row) {
    return new StatementRow(
        row.getId(),
        row.getNumber(),
        row.getVersion(),
        StatementStatus.ofCode(row.getStatus()),
        row.getSellerId(),
        row.getBuyerId(),
        side(row.getDraftedBy()),
        YearMonth.from(row.getMonthStartsOn()),
        row.getCorrectsId(),
        new StatementTerms(
            row.getTaxIncluded(),
            row.getVatRateBp(),
            row.getUsePrepayment(),
            freight(row),
            row.getNote()),
        new StatementTotals(
            row.getLoads(),
            row.getAcceptedKg(),
            row.getSettledKg(),
            row.getGoodsFen(),
            row.getFreightFen(),
            row.getLoadingFen(),
            row.getNetFen(),
            row.getVatFen(),
            row.getGrossFen()),
        row.getPrepaidFen(),
        row.getDraftedAt(),
        row.getAgreedAt(),
        row.getEndedAt(),
        row.getDisputeReason());
  }

  static SettlementStatementRecord record(StatementRow statement) {
    var row = new SettlementStatementRecord();
    row.setId(statement.id());
    row.setNumber(statement.number());
    row.setVersion(statement.version());
    row.setStatus(statement.status().code());
    row.setSellerId(statement.sellerId());
    row.setBuyerId(statement.buyerId());
    row.setDraftedBy(statement.draftedBy().code());
    row.setMonthStartsOn(statement.month().atDay(1));
    row.setCorrectsId(statement.correctsId());
    StatementTerms terms = statement.terms();
    row.setTaxIncluded(terms.taxIncluded());
    row.setVatRateBp(terms.vatRateBp());
    row.setUsePrepayment(terms.usePrepayment());
    FreightTerms freight = terms.freight();
    if (freight != null) {
      row.setFreightBasis(freight.basis().code());
      row.setFreightYuan(freight.yuan());
      row.setFreightPayer(freight.payer().code());
    }
    row.setNote(terms.note());
    StatementTotals totals = statement.totals();
    row.setLoads(totals.loads());
    row.setAcceptedKg(totals.acceptedKg());
    row.setSettledKg(totals.settledKg());
    row.setGoodsFen(totals.goodsFen());
    row.setFreightFen(totals.freightFen());
    row.setLoadingFen(totals.loadingFen());
    row.setNetFen(totals.netFen());
    row.setVatFen(totals.vatFen());
    row.setGrossFen(totals.grossFen());
    row.setPrepaidFen(statement.prepaidFen());
    row.setDraftedAt(statement.draftedAt());
    row.setAgreedAt(statement.agreedAt());
    row.setEndedAt(statement.endedAt());
    row.setDisputeReason(statement.disputeReason());
    return row;
  }

  static StatementLine line(SettlementLineRecord row) {
    return new StatementLine(
        row.getId(),
        row.getStatementId(),
        row.getPlace(),
        LineKind.ofCode(row.getKind()),
        row.getLoadId(),
        row.getLoadNumber(),
        row.getAgreementId(),
        row.getAgreementNumber(),
        row.getMaterialKey(),
        row.getReceivedOn(),
        row.getOriginTicket(),
        row.getDestinationTicket(),
        row.getAcceptedKg(),
        row.getDeductionKg(),
        row.getSettledKg(),
        row.getAssayId(),
        row.getPriceYuanPerT(),
        row.getAmountFen(),
        row.getFreightFen(),
        pricing(row),
        row.getLoadingFen(),
        row.getCorrectsLineId());
  }

  static SettlementLineRecord record(StatementLine line) {
    var row = new SettlementLineRecord();
    row.setId(line.id());
    row.setStatementId(line.statementId());
    row.setPlace(line.place());
    row.setKind(line.kind().code());
    row.setLoadId(line.loadId());
    row.setLoadNumber(line.loadNumber());
    row.setAgreementId(line.agreementId());
    row.setAgreementNumber(line.agreementNumber());
    row.setMaterialKey(line.materialKey());
    row.setReceivedOn(line.receivedOn());
    row.setOriginTicket(line.originTicket());
    row.setDestinationTicket(line.destinationTicket());
    row.setAcceptedKg(line.acceptedKg());
    row.setDeductionKg(line.deductionKg());
    row.setSettledKg(line.settledKg());
    row.setAssayId(line.assayId());
    row.setPriceYuanPerT(line.priceYuanPerT());
    row.setAmountFen(line.amountFen());
    row.setFreightFen(line.freightFen());
    row.setLoadingFen(line.loadingFen());
    row.setPerDryT(false);
    LinePricing pricing = line.pricing();
    if (pricing != null) {
      row.setPriceMonthStartsOn(
          pricing.month() == null ? null : YearMonth.parse(pricing.month()).atDay(1));
      row.setIndexCode(pricing.index());
      row.setIndexYuanPerT(pricing.indexYuanPerT());
      row.setBaseYuanPerT(pricing.basePriceYuanPerT());
      row.setPerDryT(pricing.tonne() == Tonne.DRY);
      row.setMoisturePct(pricing.moisturePct());
      row.setLoadingFeeYuanPerT(pricing.loadingFeeYuanPerT());
    }
    row.setLiveLoadId(line.kind() == LineKind.LOAD ? line.loadId() : null);
    row.setCorrectsLineId(line.correctsLineId());
    row.setLiveCorrectsLineId(line.correctsLineId());
    return row;
  }

  /// A line that was worked out by a formula has a base price.
  private static @Nullable LinePricing pricing(SettlementLineRecord row) {
    BigDecimal base = row.getBaseYuanPerT();
    LocalDate month = row.getPriceMonthStartsOn();
    return base == null
        ? null
        : new LinePricing(
            month == null ? null : YearMonth.from(month).toString(),
            row.getIndexCode(),
            row.getIndexYuanPerT(),
            base,
            row.getPerDryT() ? Tonne.DRY : Tonne.WET,
            row.getMoisturePct(),
            row.getLoadingFeeYuanPerT());
  }

  private static @Nullable FreightTerms freight(SettlementStatementRecord row) {
    String basis = row.getFreightBasis();
    return basis == null
        ? null
        : new FreightTerms(
            FreightTerms.Basis.ofCode(basis),
            Objects.requireNonNull(row.getFreightYuan()),
            side(Objects.requireNonNull(row.getFreightPayer())));
  }

  private static Side side(String code) {
    return Side.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
