package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.csv.CsvText;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ledger of purchases as a table for spreadsheets, which read UTF-8 by the mark at its start.
final class PurchaseCsv {

  private static final int FEN_DECIMALS = 2;
  private static final List<String> HEADINGS =
      List.of("收货日期", "供应商", "物料", "车次", "磅单号", "收货量(kg)", "结算量(kg)", "金额(元)", "对账单号", "发票号");

  private PurchaseCsv() {}

  static String of(List<Purchase> purchases, Catalog catalog) {
    return purchases.stream()
        .map(purchase -> line(purchase, catalog))
        .collect(
            Collectors.joining("", CsvText.BYTE_ORDER_MARK + CsvText.row(HEADINGS.stream()), ""));
  }

  private static String line(Purchase purchase, Catalog catalog) {
    Material material = catalog.materialEver(purchase.materialKey());
    return CsvText.row(
        Stream.of(
            purchase.receivedOn().toString(),
            CsvText.text(purchase.supplier().name()),
            CsvText.text(material == null ? purchase.materialKey() : material.nameZh()),
            CsvText.text(purchase.loadNumber()),
            CsvText.text(purchase.ticketNumber()),
            Long.toString(purchase.acceptedKg()),
            Long.toString(purchase.settledKg()),
            BigDecimal.valueOf(purchase.amountFen(), FEN_DECIMALS).toPlainString(),
            CsvText.text(purchase.statementNumber()),
            CsvText.text(String.join(" ", purchase.invoiceNumbers()))));
  }
}
