package cn.wufei.exchange.deal;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// The prices that amendments gave to the organisation's agreements.
@Factory
class AgreedPriceTable {

  @Singleton
  ExportTable<AgreedPriceStore.Row> agreementPrices(AgreedPriceStore store) {
    return new OwnTable<>(
        new ExportTable.Title(441, "agreement-prices", "协议变更价格", "Amended prices"),
        new Columns<AgreedPriceStore.Row>()
            .id("id", "版次标识", "Version id", AgreedPriceStore.Row::versionId)
            .id("agreementId", "协议标识", "Agreement id", AgreedPriceStore.Row::agreementId)
            .whole("version", "版次", "Version", AgreedPriceStore.Row::number)
            .day("from", "执行起始日", "From", row -> row.price().from())
            .yuanPerT("priceYuanPerT", "单价", "Price", row -> row.price().priceYuanPerT())
            .whole(
                "adjustments",
                "质量奖罚指标数",
                "Parameters that move it",
                row -> row.price().adjustments().size())
            .time("madeAt", "生效时间", "Made", AgreedPriceStore.Row::madeAt),
        OwnTable.pieces(
            (caller, before, limit) -> store.page(caller.organisationId(), before, limit),
            AgreedPriceStore.Row::versionId));
  }
}
