package cn.wufei.exchange.transfer;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The loads that the organisation sent or is sent, with the weights of both ends.
@Factory
class LoadTable {

  @Singleton
  ExportTable<Load> loads(LoadStore store, LoadViews views, Catalog catalog) {
    return new OwnTable<>(
        new ExportTable.Title(500, "loads", "车次", "Loads"),
        ends(parties(catalog)),
        OwnTable.pieces(
            (caller, before, limit) ->
                views.ofAll(
                    store.page(new LoadQuery(caller, null, null, null, false), before, limit)),
            Load::id));
  }

  private static Columns<Load> parties(Catalog catalog) {
    return new Columns<Load>()
        .id("id", "标识", "Id", Load::id)
        .text("number", "车次号", "Number", Load::number)
        .text("status", "状态", "Status", load -> load.status().code())
        .id("agreementId", "协议标识", "Agreement id", Load::agreementId)
        .text("agreementNumber", "协议编号", "Agreement", Load::agreementNumber)
        .id("streamId", "固废流标识", "Stream id", Load::streamId)
        .text("materialKey", "物料代码", "Material key", Load::materialKey)
        .name("material", "物料", "Material", load -> catalog.nameOfMaterial(load.materialKey()))
        .id("sellerId", "产废方标识", "Seller id", load -> load.seller().id())
        .text("seller", "产废方", "Seller", load -> load.seller().name())
        .id("buyerId", "接收方标识", "Buyer id", load -> load.buyer().id())
        .text("buyer", "接收方", "Buyer", load -> load.buyer().name())
        .text("plate", "车牌", "Plate", Load::plate)
        .text("carrier", "承运方", "Carrier", Load::carrier)
        .text("manifestNumber", "联单号", "Manifest", Load::manifestNumber);
  }

  private static Columns<Load> ends(Columns<Load> columns) {
    return columns
        .text("originTicket", "发货磅单号", "Origin: ticket", load -> load.origin().ticketNumber())
        .kg("originGrossKg", "发货毛重", "Origin: gross", load -> load.origin().grossKg())
        .kg("originTareKg", "发货皮重", "Origin: tare", load -> load.origin().tareKg())
        .kg("originNetKg", "发货净重", "Origin: net", load -> load.origin().netKg())
        .time("dispatchedAt", "发货时间", "Dispatched", load -> load.origin().at())
        .text("destinationTicket", "收货磅单号", "Destination: ticket", LoadTable::ticket)
        .kg("destinationGrossKg", "收货毛重", "Destination: gross", arrived(Arrival::grossKg))
        .kg("destinationTareKg", "收货皮重", "Destination: tare", arrived(Arrival::tareKg))
        .kg("destinationNetKg", "收货净重", "Destination: net", arrived(Arrival::netKg))
        .time("receivedAt", "收货时间", "Received", LoadTable::receivedAt)
        .kg("rejectedKg", "退回量", "Rejected", arrived(Arrival::rejectedKg))
        .kg("acceptedKg", "收货量", "Accepted", Load::acceptedKg)
        .kg("deductionKg", "扣重", "Deduction", Load::deductionKg)
        .kg("settledKg", "结算量", "Settled", Load::settledKg)
        .percent("moisturePct", "水分", "Moisture", Load::moisturePct)
        .kg("differenceKg", "两磅差", "Difference of scales", Load::differenceKg)
        .percent("differencePct", "两磅差率", "Difference of scales", Load::differencePct)
        .yesNo("differenceBeyondTolerance", "超差", "Beyond tolerance", LoadTable::beyond)
        .kg("beyondStockKg", "超台账库存", "Beyond recorded stock", Load::beyondStockKg)
        .kg("beyondAgreementKg", "超协议量", "Beyond agreement", Load::beyondAgreementKg)
        .kg("beyondCallOffKg", "超提货通知量", "Beyond call-off", Load::beyondCallOffKg)
        .text("note", "收货备注", "Note of receipt", Load::note)
        .time("refusedAt", "拒收时间", "Refused", Load::refusedAt)
        .text("refusalReason", "拒收原因", "Reason of refusal", Load::refusalReason);
  }

  private static @Nullable Boolean beyond(Load load) {
    return load.differenceBeyondTolerance();
  }

  private static @Nullable String ticket(Load load) {
    Arrival arrival = load.destination();
    return arrival == null ? null : arrival.ticketNumber();
  }

  private static @Nullable Instant receivedAt(Load load) {
    Arrival arrival = load.destination();
    return arrival == null ? null : arrival.at();
  }

  private static Columns.Of<Load, Long> arrived(Columns.Of<Arrival, Long> weight) {
    return load -> load.destination() == null ? null : weight.row(load.destination());
  }
}
