package cn.wufei.exchange.deal;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.db.tables.records.DealOfferRecord;
import cn.wufei.exchange.haul.DistanceSource;
import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.price.IndexTerms;
import cn.wufei.exchange.price.PriceFormula;
import cn.wufei.exchange.price.QualityAdjustment;
import cn.wufei.exchange.price.Tonne;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads parties and terms from an offer's row: an agreement has those of its offer.
public final class OfferRecords {

  /// How audit, attachments and prices name an offer.
  public static final String SUBJECT = "offer";

  private OfferRecords() {}

  public static Parties parties(DealOfferRecord row) {
    return new Parties(
        row.getLotId(),
        row.getLotTitle(),
        row.getStreamId(),
        row.getMaterialKey(),
        row.getDemandId(),
        row.getSellerId(),
        row.getBuyerId(),
        row.getSellerSiteId(),
        row.getBuyerSiteId(),
        FreightMode.ofCode(row.getHaulMode()),
        DistanceSource.ofCode(row.getDistanceSource()),
        row.getDistanceKm(),
        row.getFreightYuanPerT());
  }

  public static Side proposer(DealOfferRecord row) {
    return Side.ofCode(row.getProposer());
  }

  public static Terms terms(DealOfferRecord row, List<QualityAdjustment> adjustments) {
    return new Terms(
        row.getQuantityKg(),
        row.getPriceYuanPerT(),
        adjustments,
        formula(row),
        invoice(row.getFreightInvoice()),
        Side.ofCode(row.getGoverningScale()),
        Assay.ofCode(row.getGoverningAssay()),
        row.getTolerancePct(),
        row.getDeliverFrom(),
        row.getDeliverTo(),
        framework(row),
        row.getPollutionTerms(),
        row.getMessage());
  }

  private static @Nullable Framework framework(DealOfferRecord row) {
    return row.getCallOffDay() == null
        ? null
        : new Framework(
            (int) row.getCallOffDay(), (int) row.getFlexibilityPct(), (int) row.getAnswerDays());
  }

  private static PriceFormula formula(DealOfferRecord row) {
    String index = row.getIndexCode();
    return new PriceFormula(
        index == null
            ? null
            : new IndexTerms(
                index,
                Objects.requireNonNull(row.getIndexCoefficient()),
                row.getIndexPlusYuanPerT(),
                row.getIndexFloorYuanPerT(),
                row.getIndexCeilingYuanPerT()),
        row.getPerDryT() ? Tonne.DRY : Tonne.WET,
        row.getLoadingFeeYuanPerT());
  }

  private static @Nullable FreightInvoice invoice(@Nullable String code) {
    return code == null ? null : FreightInvoice.ofCode(code);
  }
}
