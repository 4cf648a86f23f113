package cn.wufei.exchange.settlement.overview;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The agreements of the organisation, on either side, under which the seller has limited loads to
/// what is paid ahead, or did so once.
@Factory
class PickupLimitTable {

  record OwnLimit(Agreement agreement, PickupLimitStore.Setting limit) {}

  @Singleton
  ExportTable<OwnLimit> pickupLimits(Agreements agreements, PickupLimitStore limits) {
    return new OwnTable<>(
        new ExportTable.Title(450, "pickup-limits", "凭预付款提货", "Pickup limits"),
        new Columns<OwnLimit>()
            .id("agreementId", "协议标识", "Agreement id", row -> row.agreement().id())
            .text("agreementNumber", "协议编号", "Agreement", row -> row.agreement().number())
            .yesNo("active", "启用", "Active", row -> row.limit().active())
            .time("changedAt", "变更时间", "Changed", row -> row.limit().changedAt()),
        (caller, sink) ->
            Pieces.eachPiece(
                (before, limit) -> agreements.page(caller, before, limit),
                Agreement::id,
                piece -> limited(piece, limits, sink)));
  }

  private static void limited(
      List<Agreement> agreements, PickupLimitStore limits, Consumer<OwnLimit> sink) {
    Map<Id, PickupLimitStore.Setting> found =
        limits.ofAgreements(agreements.stream().map(Agreement::id).toList());
    for (Agreement agreement : agreements) {
      PickupLimitStore.Setting limit = found.get(agreement.id());
      if (limit != null) {
        sink.accept(new OwnLimit(agreement, limit));
      }
    }
  }
}
