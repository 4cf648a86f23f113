package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKey;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A load as it is stored.
record LoadRow(
    Id id,
    String number,
    long version,
    LoadStatus status,
    Route route,
    Truck truck,
    Weighing origin,
    long beyondStockKg,
    long beyondAgreementKg,
    @Nullable Receipt receipt,
    @Nullable Rejection rejection) {

  LoadRow received(Receipt how) {
    return new LoadRow(
        id,
        number,
        version + 1,
        LoadStatus.RECEIVED,
        route,
        truck,
        origin,
        beyondStockKg,
        beyondAgreementKg,
        how,
        null);
  }

  LoadRow refused(Rejection why) {
    return new LoadRow(
        id,
        number,
        version + 1,
        LoadStatus.REFUSED,
        route,
        truck,
        origin,
        beyondStockKg,
        beyondAgreementKg,
        null,
        why);
  }

  /// Under which agreement it goes from whom to whom.
  record Route(
      Id agreementId,
      String agreementNumber,
      Id streamId,
      String materialKey,
      Id sellerId,
      Id buyerId,
      Id sellerSiteId,
      Id buyerSiteId) {

    AccountKey.Origin origin() {
      return new AccountKey.Origin(sellerId, sellerSiteId, streamId, materialKey);
    }

    boolean isParty(Caller caller) {
      return caller.organisationId().equals(sellerId) || caller.organisationId().equals(buyerId);
    }

    boolean maySee(Caller caller) {
      return caller.maySee(sellerId) || caller.maySee(buyerId);
    }
  }

  record Truck(String plate, @Nullable String carrier, @Nullable String manifestNumber) {}

  /// What arrived.
  record Receipt(
      Weighing destination,
      long rejectedKg,
      long acceptedKg,
      long settledKg,
      long deductionKg,
      @Nullable BigDecimal moisturePct,
      boolean beyondTolerance,
      @Nullable String note) {}

  /// Why nothing did.
  record Rejection(String reason, Instant at) {}
}
