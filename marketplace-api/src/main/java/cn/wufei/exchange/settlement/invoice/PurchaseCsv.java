package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.csv.CsvText;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// The ledger of purchases as a table for spreadsheets, which read UTF-8 by the mark at its start.
final class PurchaseCsv {

  private static final List<String> HEADINGS =
      List.of("收货日期", "供应商", "物料", "车次", "磅单号", "收货量(kg)", "结算量(kg)", "金额(元)", "对账单号", "发票号");

  private PurchaseCsv() {}

  static String of(List<Purchase> purchases, Catalog catalog) {
    return purchases.stream()
        .map(purchase -> line(purchase, catalog))
        .collect(
            Collectors.joining(
                "", CsvText.BYTE_ORDER_MARK + String.join(",", HEADINGS) + CsvText.LINE_END, ""));
  }

  private static String line(Purchase purchase, Catalog catalog) {
    Material material = catalog.materialEver(purchase.materialKey());
    return String.join(
            ",",
            purchase.receivedOn().toString(),
            text(purchase.supplier().name()),
            text(material == null ? purchase.materialKey() : material.nameZh()),
            text(purchase.loadNumber()),
            text(purchase.ticketNumber()),
            Long.toString(purchase.acceptedKg()),
            Long.toString(purchase.settledKg()),
            BigDecimal.valueOf(purchase.amountFen(), 2).toPlainString(),
            text(purchase.statementNumber()),
            text(String.join(" ", purchase.invoiceNumbers())))
        + CsvText.LINE_END;
  }

  /// In quotes, and never read as a formula by whoever opens the file.
  static String text(String value) {
    return CsvText.inQuotes(CsvText.text(value));
  }
}
