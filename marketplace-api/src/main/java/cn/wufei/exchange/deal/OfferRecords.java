package cn.wufei.exchange.deal;

import cn.wufei.exchange.db.tables.records.DealOfferRecord;

/// Reads parties and terms from an offer's row: an agreement has those of its offer.
public final class OfferRecords {

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
        row.getDistanceKm(),
        row.getFreightYuanPerT());
  }

  public static Side proposer(DealOfferRecord row) {
    return Side.ofCode(row.getProposer());
  }

  public static Terms terms(DealOfferRecord row) {
    return new Terms(
        row.getQuantityKg(),
        row.getPriceYuanPerT(),
        Side.ofCode(row.getGoverningScale()),
        Assay.ofCode(row.getGoverningAssay()),
        row.getTolerancePct(),
        row.getDeliverFrom(),
        row.getDeliverTo(),
        row.getPollutionTerms(),
        row.getMessage());
  }
}
