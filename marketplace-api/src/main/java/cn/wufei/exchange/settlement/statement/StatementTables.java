package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The statements that the organisation is a party to, and their lines.
@Factory
class StatementTables {

  private static final String STATEMENTS = "statements";
  private static final int LINES_AT_ONCE = 1_000;
  private static final int BP_DECIMALS = 2;

  private final StatementStore store;
  private final StatementViews views;

  StatementTables(StatementStore store, StatementViews views) {
    this.store = store;
    this.views = views;
  }

  @Singleton
  ExportTable<Statement> statements() {
    return new OwnTable<>(
        new ExportTable.Title(630, STATEMENTS, "对账单", "Statements"),
        sums(heads()),
        OwnTable.pieces(this::statementsBefore, Statement::id));
  }

  private static Columns<Statement> heads() {
    return new Columns<Statement>()
        .id("id", "标识", "Id", Statement::id)
        .text("number", "对账单号", "Number", Statement::number)
        .text("status", "状态", "Status", row -> row.status().code())
        .id("sellerId", "产废方标识", "Seller id", row -> row.seller().id())
        .text("seller", "产废方", "Seller", row -> row.seller().name())
        .id("buyerId", "接收方标识", "Buyer id", row -> row.buyer().id())
        .text("buyer", "接收方", "Buyer", row -> row.buyer().name())
        .text("draftedBy", "起草方", "Drafted by", row -> row.draftedBy().code())
        .text("month", "月份", "Month", Statement::month)
        .id("correctsId", "所更正对账单标识", "Corrects", Statement::correctsId)
        .yesNo("taxIncluded", "含税", "Tax included", row -> row.terms().taxIncluded())
        .percent("vatRatePct", "税率", "VAT rate", row -> percent(row.terms().vatRateBp()))
        .yesNo("usePrepayment", "冲抵预付", "Uses prepayment", row -> row.terms().usePrepayment())
        .text("freightBasis", "运费计价", "Freight basis", StatementTables::freightBasis)
        .number("freightYuan", "运费单价(元)", "Freight (CNY)", StatementTables::freightYuan)
        .text("freightPayer", "运费承担方", "Freight payer", StatementTables::freightPayer)
        .text("note", "备注", "Note", row -> row.terms().note());
  }

  /// Amounts are positive when the buyer pays.
  private static Columns<Statement> sums(Columns<Statement> columns) {
    return columns
        .whole("loads", "车次数", "Loads", row -> row.totals().loads())
        .kg("acceptedKg", "收货量", "Accepted", row -> row.totals().acceptedKg())
        .kg("settledKg", "结算量", "Settled", row -> row.totals().settledKg())
        .yuan("goods", "货款", "Goods", row -> row.totals().goodsFen())
        .yuan("freight", "运费", "Freight", row -> row.totals().freightFen())
        .yuan("loading", "装车费", "Loading fee", row -> row.totals().loadingFen())
        .yuan("net", "不含税", "Net", row -> row.totals().netFen())
        .yuan("vat", "税额", "VAT", row -> row.totals().vatFen())
        .yuan("gross", "价税合计", "Gross", row -> row.totals().grossFen())
        .yuan("prepaid", "预付冲抵", "Met by prepayment", Statement::prepaidFen)
        .time("draftedAt", "起草时间", "Drafted", Statement::draftedAt)
        .time("agreedAt", "确认时间", "Agreed", Statement::agreedAt)
        .time("endedAt", "结束时间", "Ended", Statement::endedAt)
        .text("disputeReason", "异议原因", "Reason of dispute", Statement::disputeReason);
  }

  /// A line and the number of the statement that it stands on.
  record Line(String statementNumber, StatementLine line) {}

  @Singleton
  ExportTable<Line> statementLines(Catalog catalog) {
    return new OwnTable<>(
            new ExportTable.Title(640, "statement-lines", "对账单明细", "Statement lines"),
            lineColumns(catalog),
            (caller, sink) ->
                Pieces.each(
                    (before, limit) -> store.page(caller, null, before, limit),
                    StatementRow::id,
                    statement -> lines(statement, sink)))
        .withEqual("acceptedKg", STATEMENTS, "acceptedKg")
        .withEqual("settledKg", STATEMENTS, "settledKg")
        .withEqual("amount", STATEMENTS, "goods")
        .withEqual("freight", STATEMENTS, "freight")
        .withEqual("loading", STATEMENTS, "loading");
  }

  private static Columns<Line> lineColumns(Catalog catalog) {
    return new Columns<Line>()
        .id("id", "标识", "Id", row -> row.line().id())
        .id("statementId", "对账单标识", "Statement id", row -> row.line().statementId())
        .text("statementNumber", "对账单号", "Statement", Line::statementNumber)
        .whole("place", "行号", "Line", row -> row.line().place())
        .text("kind", "类型", "Kind", row -> row.line().kind().code())
        .id("loadId", "车次标识", "Load id", row -> row.line().loadId())
        .text("loadNumber", "车次号", "Load", row -> row.line().loadNumber())
        .text("agreementNumber", "协议编号", "Agreement", row -> row.line().agreementNumber())
        .text("materialKey", "物料代码", "Material key", row -> row.line().materialKey())
        .name("material", "物料", "Material", row -> catalog.nameOfMaterial(row.line().materialKey()))
        .day("receivedOn", "收货日期", "Received on", row -> row.line().receivedOn())
        .text("originTicket", "发货磅单号", "Origin: ticket", row -> row.line().originTicket())
        .text(
            "destinationTicket",
            "收货磅单号",
            "Destination: ticket",
            row -> row.line().destinationTicket())
        .kg("acceptedKg", "收货量", "Accepted", row -> row.line().acceptedKg())
        .kg("deductionKg", "扣重", "Deduction", row -> row.line().deductionKg())
        .kg("settledKg", "结算量", "Settled", row -> row.line().settledKg())
        .id("assayId", "化验单标识", "Assay id", row -> row.line().assayId())
        .yuanPerT("priceYuanPerT", "单价", "Price", row -> row.line().priceYuanPerT())
        .yuan("amount", "金额", "Amount", row -> row.line().amountFen())
        .yuan("freight", "运费", "Freight", row -> row.line().freightFen())
        .yuan("loading", "装车费", "Loading fee", row -> row.line().loadingFen())
        .text("priceMonth", "计价月份", "Month of price", row -> of(row, LinePricing::month))
        .text("priceIndex", "价格指数", "Price index", row -> of(row, LinePricing::index))
        .yuanPerT("indexYuanPerT", "指数值", "Index", row -> of(row, LinePricing::indexYuanPerT))
        .yuanPerT("basePrice", "基础单价", "Base price", row -> of(row, LinePricing::basePriceYuanPerT))
        .percent(
            "moisturePct", "干吨计价水分", "Moisture taken off", row -> of(row, LinePricing::moisturePct))
        .id("correctsLineId", "所更正行标识", "Corrects line", row -> row.line().correctsLineId());
  }

  private static <T> @Nullable T of(Line row, Function<LinePricing, @Nullable T> value) {
    LinePricing pricing = row.line().pricing();
    return pricing == null ? null : value.apply(pricing);
  }

  private void lines(StatementRow statement, Consumer<Line> sink) {
    int after = Integer.MIN_VALUE;
    List<StatementLine> lines;
    do {
      lines = store.lines(statement.id(), after, LINES_AT_ONCE);
      lines.forEach(line -> sink.accept(new Line(statement.number(), line)));
      after = lines.isEmpty() ? after : lines.getLast().place();
    } while (lines.size() == LINES_AT_ONCE);
  }

  private List<Statement> statementsBefore(Caller caller, @Nullable Id before, int limit) {
    return views.ofAll(store.page(caller, null, before, limit));
  }

  private static @Nullable BigDecimal percent(@Nullable Integer basisPoints) {
    return basisPoints == null ? null : BigDecimal.valueOf(basisPoints, BP_DECIMALS);
  }

  private static @Nullable String freightBasis(Statement statement) {
    FreightTerms freight = statement.terms().freight();
    return freight == null ? null : freight.basis().code();
  }

  private static @Nullable BigDecimal freightYuan(Statement statement) {
    FreightTerms freight = statement.terms().freight();
    return freight == null ? null : freight.yuan();
  }

  private static @Nullable String freightPayer(Statement statement) {
    FreightTerms freight = statement.terms().freight();
    return freight == null ? null : freight.payer().code();
  }
}
