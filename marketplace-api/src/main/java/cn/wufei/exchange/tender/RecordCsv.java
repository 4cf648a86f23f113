package cn.wufei.exchange.tender;

import cn.wufei.exchange.csv.Column;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.CsvText;
import cn.wufei.exchange.csv.Language;
import java.util.List;
import java.util.stream.Collectors;

/// The record of an opening as a table for spreadsheets, a line for each bid; the terms stand in
/// each line.
final class RecordCsv {

  private RecordCsv() {}

  private record Line(TenderRecord record, TenderBid bid) {}

  private static final List<Column<Line>> COLUMNS =
      new Columns<Line>()
          .id("tenderId", "招标标识", "Tender id", line -> line.record().tenderId())
          .text("status", "状态", "Status", line -> line.record().status().code())
          .text("lotTitle", "标的", "Lot", line -> line.record().lotTitle())
          .text("seller", "招标人", "Seller", line -> line.record().seller().name())
          .kg("quantityKg", "数量", "Quantity", line -> line.record().terms().quantityKg())
          .yuanPerT(
              "minimumPriceYuanPerT",
              "最低价",
              "Least price",
              line -> line.record().terms().minimumPriceYuanPerT())
          .whole(
              "minimumBidders",
              "最少投标人数",
              "Least bidders",
              line -> line.record().terms().minimumBidders())
          .yuan("deposit", "保证金", "Deposit", line -> line.record().terms().depositFen())
          .time("closesAt", "截止时间", "Closed", line -> line.record().terms().closesAt())
          .time("openedUntil", "开标结束", "Opening ended", line -> line.record().openedUntil())
          .whole("rank", "名次", "Rank", line -> line.bid().rank())
          .id("bidderId", "投标人标识", "Bidder id", line -> line.bid().bidder().id())
          .text("bidder", "投标人", "Bidder", line -> line.bid().bidder().name())
          .text("commitment", "密封码", "Commitment", line -> line.bid().commitment())
          .time("sealedAt", "投标时间", "Sealed", line -> line.bid().sealedAt())
          .text("bidStatus", "投标状态", "Bid", line -> line.bid().status().code())
          .time("openedAt", "开标时间", "Opened", line -> line.bid().openedAt())
          .yuanPerT("priceYuanPerT", "报价", "Price", line -> line.bid().priceYuanPerT())
          .text("nonce", "随机数", "Nonce", line -> line.bid().nonce())
          .yesNo("counts", "有效", "Counts", line -> line.bid().counts())
          .text(
              "notCounted",
              "无效原因",
              "Why not",
              line -> line.bid().notCounted() == null ? null : line.bid().notCounted().code())
          .text("passedOver", "顺延原因", "Passed over", line -> line.bid().passedOver())
          .yesNo("won", "中标", "Won", line -> line.bid().won())
          .list();

  static String of(TenderRecord record, Language language) {
    String headings = CsvText.row(COLUMNS.stream().map(column -> column.heading(language)));
    return record.bids().stream()
        .map(bid -> new Line(record, bid))
        .map(line -> CsvText.row(COLUMNS.stream().map(column -> column.cell(line, language))))
        .collect(Collectors.joining("", CsvText.BYTE_ORDER_MARK + headings, ""));
  }
}
