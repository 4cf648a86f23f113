package cn.wufei.exchange.listing;

import cn.wufei.exchange.bulk.ImportColumn;
import cn.wufei.exchange.bulk.ImportKind;
import cn.wufei.exchange.bulk.ImportRefusal;
import cn.wufei.exchange.bulk.Line;
import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lots from a table. One that was imported before gets the new terms; its stream and what it
/// promised stay. What a table cannot say, months and premiums, stays as it is.
@Singleton
class ImportLots implements ImportKind<LotDraft> {

  private static final String REFERENCE = "reference";
  private static final String STREAM = "streamId";
  private static final String TITLE = "title";
  private static final String DESCRIPTION = "description";
  private static final String KIND = "quantityKind";
  private static final String QUANTITY = "quantityT";
  private static final String PRICE = "priceYuanPerT";
  private static final String TAX = "taxIncluded";
  private static final String RADIUS = "delivery.radiusKm";
  private static final String INVOICE = "delivery.freightInvoice";
  private static final String FROM = "availableFrom";
  private static final String TO = "availableTo";
  private static final String VISIBILITY = "visibility";

  private static final About ABOUT =
      new About(
          "lots",
          "供应挂牌",
          "Lots",
          5,
          true,
          columns(
              ImportColumn.ownNumber(REFERENCE, "挂牌编号"),
              ImportColumn.stream(STREAM),
              ImportColumn.text(TITLE, "标题", "Title").needed(),
              ImportColumn.text(DESCRIPTION, "说明", "Description"),
              ImportColumn.choice(
                      KIND,
                      "数量性质",
                      "Quantity is",
                      new ImportColumn.Choice("firm", "确定", "firm"),
                      new ImportColumn.Choice("estimate", "估计", "estimate"))
                  .needed(),
              ImportColumn.tonnes(QUANTITY, "数量（吨）", "Quantity (t)")
                  .needed()
                  .noted("发布后不再改变", "Does not change once published"),
              ImportColumn.number(PRICE, "单价（元/吨）", "Price (yuan/t)")
                  .needed()
                  .noted("负数表示由贵方付费", "Below zero when you pay"),
              ImportColumn.yesNo(TAX, "含税", "Tax included").needed(),
              ImportColumn.number(RADIUS, "到厂半径（公里）", "Delivered within (km)")
                  .noted("不填为出厂价", "Ex works when empty"),
              ImportColumn.choice(
                      INVOICE,
                      "运费发票",
                      "Freight invoice",
                      new ImportColumn.Choice("one-invoice", "一票制", "one invoice"),
                      new ImportColumn.Choice("two-invoice", "两票制", "two invoices"))
                  .noted("仅到厂价；不填为一票制", "Delivered prices only; one when empty"),
              ImportColumn.date(FROM, "可供起", "Available from").needed(),
              ImportColumn.date(TO, "可供止", "Available to").needed(),
              ImportColumn.choice(
                      VISIBILITY,
                      "可见范围",
                      "Visible to",
                      new ImportColumn.Choice("public", "公开", "everybody"),
                      new ImportColumn.Choice("approved-buyers", "仅准入单位", "approved buyers"))
                  .noted("不填：新挂牌为公开，已有挂牌不变", "Empty: everybody for a new lot, else as it is")));

  private final PublishLot publish;
  private final EditLot edit;
  private final LotStore store;
  private final Streams streams;
  private final Catalog catalog;

  ImportLots(PublishLot publish, EditLot edit, LotStore store, Streams streams, Catalog catalog) {
    this.publish = publish;
    this.edit = edit;
    this.store = store;
    this.streams = streams;
    this.catalog = catalog;
  }

  private static List<ImportColumn> columns(ImportColumn... terms) {
    return Stream.of(
            Stream.of(terms),
            ImportedConditions.columns().stream(),
            Stream.of(
                ImportColumn.ranges(
                    "每个指标一列，列名用目录中的名称；填一个值或范围，如 38-42",
                    "A column for each parameter, named as in the catalog; a value or a range, such"
                        + " as 38-42")))
        .flatMap(columns -> columns)
        .toList();
  }

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Function<Line, LotDraft> reader(Caller caller) {
    Map<String, StreamRef> byName = streams.byName(caller.organisationId());
    return line -> {
      StreamRef stream = line.named(STREAM, byName::get, Line.NamedThing.STREAM);
      LotConditions conditions = ImportedConditions.of(line, catalog);
      return new LotDraft(
          stream == null ? Line.NO_ID : stream.id(),
          line.text(TITLE),
          line.optionalText(DESCRIPTION),
          SaleMethod.NEGOTIATION,
          QuantityKind.ofCode(line.choice(KIND)),
          line.kilograms(QUANTITY),
          line.number(PRICE),
          line.yesNo(TAX),
          delivery(line),
          line.date(FROM),
          line.date(TO),
          qualities(line),
          null,
          null,
          visibility(line),
          conditions.minimumKg(),
          conditions.destinations(),
          conditions.loadingModes(),
          conditions.loadingHours());
    };
  }

  /// Whoever says how freight is invoiced sells delivered, and has forgotten how far.
  private static @Nullable Delivery delivery(Line line) {
    Integer radiusKm = line.optionalWhole(RADIUS);
    String invoice = line.optionalChoice(INVOICE);
    if (radiusKm == null && invoice != null) {
      line.miss(RADIUS);
    }
    return radiusKm == null
        ? null
        : new Delivery(
            radiusKm,
            invoice == null ? FreightInvoice.ONE_INVOICE : FreightInvoice.ofCode(invoice));
  }

  private static @Nullable LotVisibility visibility(Line line) {
    String code = line.optionalChoice(VISIBILITY);
    return code == null ? null : LotVisibility.ofCode(code);
  }

  private static List<QualityRange> qualities(Line line) {
    return line.bounded().stream()
        .map(range -> new QualityRange(range.parameter(), range.min(), range.max(), range.basis()))
        .toList();
  }

  @Override
  public Outcome<Id> create(Caller caller, LotDraft draft) {
    return publish.handle(caller, draft).map(Lot::id);
  }

  /// Checked before the use case: the stream and the quantity are those that were published.
  @Override
  public Outcome<Id> change(Caller caller, Id id, LotDraft draft) {
    LotRow row = store.lockLot(id);
    if (row == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (!row.streamId().equals(draft.streamId())) {
      return Outcome.refused(ImportRefusal.FIXED_ONCE_IMPORTED, STREAM);
    }
    if (row.quantityKg() != draft.quantityKg()) {
      return Outcome.refused(ImportRefusal.FIXED_ONCE_IMPORTED, QUANTITY);
    }
    if (row.quantityKind() != draft.quantityKind()) {
      return Outcome.refused(ImportRefusal.FIXED_ONCE_IMPORTED, KIND);
    }
    LotTerms wanted = draft.terms();
    LotTerms terms =
        new LotTerms(
            wanted.title(),
            wanted.description(),
            wanted.priceYuanPerT(),
            wanted.taxIncluded(),
            wanted.delivery(),
            wanted.availableFrom(),
            wanted.availableTo(),
            wanted.qualities(),
            row.terms().months(),
            row.terms().adjustments(),
            wanted.conditions().orElse(row.terms().conditions()));
    return edit.handle(caller, id, row.version(), terms, draft.visibility()).map(Lot::id);
  }
}
