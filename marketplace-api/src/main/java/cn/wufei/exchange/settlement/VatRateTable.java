package cn.wufei.exchange.settlement;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.math.BigDecimal;

/// The rate of value added tax that the organisation states, where it does.
@Factory
class VatRateTable {

  private static final int BP_DECIMALS = 2;

  @Singleton
  ExportTable<Integer> vatRate(VatRateStore store) {
    return new OwnTable<>(
        new ExportTable.Title(590, "vat-rate", "增值税税率", "VAT rate"),
        new Columns<Integer>()
            .percent("ratePct", "税率", "Rate", rateBp -> BigDecimal.valueOf(rateBp, BP_DECIMALS)),
        (caller, sink) -> {
          Integer rateBp = store.find(caller.organisationId()).rateBp();
          if (rateBp != null) {
            sink.accept(rateBp);
          }
        });
  }
}
