package cn.wufei.exchange.transfer;

import cn.wufei.exchange.db.tables.records.TransferLoadRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Between a load and its row.
final class LoadMapping {

  private LoadMapping() {}

  static LoadRow load(TransferLoadRecord row) {
    return new LoadRow(
        row.getId(),
        row.getNumber(),
        row.getVersion(),
        LoadStatus.ofCode(row.getStatus()),
        new LoadRow.Route(
            row.getAgreementId(),
            row.getAgreementNumber(),
            row.getStreamId(),
            row.getMaterialKey(),
            row.getSellerId(),
            row.getBuyerId(),
            row.getSellerSiteId(),
            row.getBuyerSiteId()),
        new LoadRow.Truck(row.getPlate(), row.getCarrier(), row.getManifestNumber()),
        Weighing.of(
            row.getOriginTicket(),
            row.getOriginGrossKg(),
            row.getOriginTareKg(),
            row.getDispatchedAt()),
        row.getBeyondStockKg(),
        row.getBeyondAgreementKg(),
        row.getBeyondCallOffKg(),
        receipt(row),
        row.getRefusedAt() == null
            ? null
            : new LoadRow.Rejection(row.getRefusalReason(), row.getRefusedAt()));
  }

  private static LoadRow.@Nullable Receipt receipt(TransferLoadRecord row) {
    if (row.getReceivedAt() == null) {
      return null;
    }
    return new LoadRow.Receipt(
        Weighing.of(
            row.getDestinationTicket(),
            row.getDestinationGrossKg(),
            row.getDestinationTareKg(),
            row.getReceivedAt()),
        row.getRejectedKg(),
        row.getAcceptedKg(),
        row.getSettledKg(),
        row.getDeductionKg(),
        row.getMoisturePct(),
        Objects.requireNonNull(row.getDifferenceBeyondTolerance()),
        row.getReceiptNote());
  }

  static TransferLoadRecord record(LoadRow load) {
    LoadRow.Route route = load.route();
    var row = new TransferLoadRecord();
    row.setId(load.id());
    row.setNumber(load.number());
    row.setVersion(load.version());
    row.setStatus(load.status().code());
    row.setAgreementId(route.agreementId());
    row.setAgreementNumber(route.agreementNumber());
    row.setStreamId(route.streamId());
    row.setMaterialKey(route.materialKey());
    row.setSellerId(route.sellerId());
    row.setBuyerId(route.buyerId());
    row.setSellerSiteId(route.sellerSiteId());
    row.setBuyerSiteId(route.buyerSiteId());
    row.setPlate(load.truck().plate());
    row.setCarrier(load.truck().carrier());
    row.setManifestNumber(load.truck().manifestNumber());
    row.setOriginTicket(load.origin().ticketNumber());
    row.setOriginGrossKg(load.origin().grossKg());
    row.setOriginTareKg(load.origin().tareKg());
    row.setDispatchedAt(load.origin().at());
    row.setBeyondStockKg(load.beyondStockKg());
    row.setBeyondAgreementKg(load.beyondAgreementKg());
    row.setBeyondCallOffKg(load.beyondCallOffKg());
    LoadRow.Receipt receipt = load.receipt();
    if (receipt == null) {
      clearReceipt(row);
    } else {
      setReceipt(row, receipt);
    }
    LoadRow.Rejection rejection = load.rejection();
    row.setRefusedAt(rejection == null ? null : rejection.at());
    row.setRefusalReason(rejection == null ? null : rejection.reason());
    return row;
  }

  private static void clearReceipt(TransferLoadRecord row) {
    row.setDestinationTicket(null);
    row.setDestinationGrossKg(null);
    row.setDestinationTareKg(null);
    row.setReceivedAt(null);
    row.setRejectedKg(null);
    row.setAcceptedKg(null);
    row.setSettledKg(null);
    row.setDeductionKg(null);
    row.setMoisturePct(null);
    row.setDifferenceBeyondTolerance(null);
    row.setReceiptNote(null);
  }

  private static void setReceipt(TransferLoadRecord row, LoadRow.Receipt receipt) {
    row.setDestinationTicket(receipt.destination().ticketNumber());
    row.setDestinationGrossKg(receipt.destination().grossKg());
    row.setDestinationTareKg(receipt.destination().tareKg());
    row.setReceivedAt(receipt.destination().at());
    row.setRejectedKg(receipt.rejectedKg());
    row.setAcceptedKg(receipt.acceptedKg());
    row.setSettledKg(receipt.settledKg());
    row.setDeductionKg(receipt.deductionKg());
    row.setMoisturePct(receipt.moisturePct());
    row.setDifferenceBeyondTolerance(receipt.beyondTolerance());
    row.setReceiptNote(receipt.note());
  }
}
