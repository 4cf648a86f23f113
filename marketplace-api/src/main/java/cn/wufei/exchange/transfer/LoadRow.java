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
    long beyondCallOffKg,
    @Nullable Receipt receipt,
    @Nullable Rejection rejection) {

  /// Of a load that left; whatever happens to it afterwards raises the version.
  static final long FIRST_VERSION = 1;

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
        beyondCallOffKg,
        how,
        null);
  }

  /// Received otherwise than was recorded; the version has been raised already.
  LoadRow receivedAs(Receipt how) {
    return new LoadRow(
        id,
        number,
        version,
        LoadStatus.RECEIVED,
        route,
        truck,
        origin,
        beyondStockKg,
        beyondAgreementKg,
        beyondCallOffKg,
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
        beyondCallOffKg,
        null,
        why);
  }

  /// As it left, when truck or weights turn out to be others.
  LoadRow leaving(Truck with, Weighing weighed) {
    return new LoadRow(
        id,
        number,
        version + 1,
        status,
        route,
        with,
        weighed,
        beyondStockKg,
        beyondAgreementKg,
        beyondCallOffKg,
        receipt,
        rejection);
  }

  LoadRow beyond(long stockKg, long agreementKg, long callOffKg) {
    return new LoadRow(
        id,
        number,
        version,
        status,
        route,
        truck,
        origin,
        stockKg,
        agreementKg,
        callOffKg,
        receipt,
        rejection);
  }

  /// On its way again, since it did not end as was recorded.
  LoadRow unended() {
    return ended(LoadStatus.IN_TRANSIT);
  }

  LoadRow voided() {
    return ended(LoadStatus.VOIDED);
  }

  private LoadRow ended(LoadStatus how) {
    return new LoadRow(
        id,
        number,
        version + 1,
        how,
        route,
        truck,
        origin,
        beyondStockKg,
        beyondAgreementKg,
        beyondCallOffKg,
        null,
        null);
  }

  /// What it counts for in what its agreement has fulfilled.
  long fulfilledKg() {
    return switch (status) {
      case IN_TRANSIT -> origin.netKg();
      case RECEIVED -> origin.netKg() - (receipt == null ? 0 : givenBackKg(receipt));
      case REFUSED, VOIDED -> 0;
    };
  }

  private long givenBackKg(Receipt how) {
    return Math.min(how.rejectedKg(), origin.netKg());
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
