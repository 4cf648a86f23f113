package cn.wufei.exchange.listing;

import static cn.wufei.exchange.db.Tables.LISTING_LOT;
import static cn.wufei.exchange.db.Tables.LISTING_LOT_QUALITY;

import cn.wufei.exchange.db.tables.records.ListingLotRecord;
import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.price.AdjustmentStore;
import cn.wufei.exchange.price.QualityAdjustment;
import cn.wufei.exchange.schedule.MonthQuantity;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Lots and their parts as rows.
@Singleton
@Connectable
class LotStore {

  /// How prices name a lot.
  private static final String SUBJECT = "lot";

  private final DSLContext sql;
  private final LotMonthStore months;
  private final LotPriceStore prices;
  private final AdjustmentStore adjustments;

  LotStore(
      DSLContext sql, LotMonthStore months, LotPriceStore prices, AdjustmentStore adjustments) {
    this.sql = sql;
    this.months = months;
    this.prices = prices;
    this.adjustments = adjustments;
  }

  @Nullable LotRow find(Id id) {
    ListingLotRecord row = sql.selectFrom(LISTING_LOT).where(LISTING_LOT.ID.eq(id)).fetchOne();
    return row == null ? null : rows(List.of(row)).getFirst();
  }

  boolean isAt(Id id, long version) {
    Long stored =
        sql.select(LISTING_LOT.VERSION)
            .from(LISTING_LOT)
            .where(LISTING_LOT.ID.eq(id))
            .fetchOne(LISTING_LOT.VERSION);
    return stored != null && stored == version;
  }

  /// The lot, held until the transaction ends.
  @Nullable LotRow lockLot(Id id) {
    ListingLotRecord row =
        sql.selectFrom(LISTING_LOT).where(LISTING_LOT.ID.eq(id)).forUpdate().fetchOne();
    return row == null ? null : rows(List.of(row)).getFirst();
  }

  List<LotRow> findAll(Collection<Id> ids) {
    return rows(sql.selectFrom(LISTING_LOT).where(LISTING_LOT.ID.in(ids)).fetch());
  }

  /// @param parts asked for when the rest has been read
  List<LotRow> findAll(Collection<Id> ids, Supplier<Parts> parts) {
    List<ListingLotRecord> heads =
        sql.selectFrom(LISTING_LOT).where(LISTING_LOT.ID.in(ids)).fetch();
    return rows(heads, parts.get());
  }

  /// What belongs to lots, by the id of each.
  Parts partsOf(Collection<Id> ids) {
    return partsOf(ids, ids);
  }

  private Parts partsOf(Collection<Id> ids, Collection<Id> monthly) {
    Map<Id, List<QualityRange>> qualities =
        sql.selectFrom(LISTING_LOT_QUALITY)
            .where(LISTING_LOT_QUALITY.LOT_ID.in(ids))
            .orderBy(LISTING_LOT_QUALITY.LOT_ID, LISTING_LOT_QUALITY.LINE)
            .fetchGroups(
                LISTING_LOT_QUALITY.LOT_ID,
                row ->
                    new QualityRange(
                        row.getParameterKey(),
                        row.getMinimum().stripTrailingZeros(),
                        row.getMaximum().stripTrailingZeros(),
                        row.getBasis()));
    return new Parts(qualities, monthly.isEmpty() ? Map.of() : months.ofLots(monthly));
  }

  /// Lots that are not there have none.
  record Parts(Map<Id, List<QualityRange>> qualities, Map<Id, List<MonthQuantity>> months) {

    Parts {
      qualities = Map.copyOf(qualities);
      months = Map.copyOf(months);
    }

    LotRow with(ListingLotRecord head, List<QualityAdjustment> adjustments) {
      return lot(
          head,
          qualities.getOrDefault(head.getId(), List.of()),
          months.getOrDefault(head.getId(), List.of()),
          adjustments);
    }
  }

  /// Lots, published or paused, whose last day lies before, those first that are over the longest.
  List<Id> overBefore(LocalDate day, int limit) {
    return sql.select(LISTING_LOT.ID)
        .from(LISTING_LOT)
        .where(LISTING_LOT.STATUS.in(LotStatus.PUBLISHED.code(), LotStatus.PAUSED.code()))
        .and(LISTING_LOT.AVAILABLE_TO.lt(day))
        .orderBy(LISTING_LOT.AVAILABLE_TO, LISTING_LOT.ID)
        .limit(limit)
        .fetch(LISTING_LOT.ID);
  }

  /// An organisation's lots, published or paused, whose last day lies between two.
  List<LotRow> endingOf(Id organisation, LocalDate from, LocalDate to) {
    return rows(
        sql.selectFrom(LISTING_LOT)
            .where(onTheMarket(organisation))
            .and(LISTING_LOT.AVAILABLE_TO.between(from, to))
            .fetch());
  }

  /// The streams of which an organisation has a lot, published or paused.
  Set<Id> listedStreams(Id organisation) {
    return sql.selectDistinct(LISTING_LOT.STREAM_ID)
        .from(LISTING_LOT)
        .where(onTheMarket(organisation))
        .fetchSet(LISTING_LOT.STREAM_ID);
  }

  private static Condition onTheMarket(Id organisation) {
    return LISTING_LOT
        .ORGANISATION_ID
        .eq(organisation)
        .and(LISTING_LOT.STATUS.in(LotStatus.PUBLISHED.code(), LotStatus.PAUSED.code()));
  }

  /// An organisation's lots, newest first.
  List<LotRow> page(Id organisation, @Nullable LotStatus status, @Nullable Id before, int limit) {
    return rows(
        sql.selectFrom(LISTING_LOT)
            .where(LISTING_LOT.ORGANISATION_ID.eq(organisation))
            .and(status == null ? DSL.noCondition() : LISTING_LOT.STATUS.eq(status.code()))
            .and(before == null ? DSL.noCondition() : LISTING_LOT.ID.lt(before))
            .orderBy(LISTING_LOT.ID.desc())
            .limit(limit)
            .fetch());
  }

  /// An organisation's published lots, newest first.
  ///
  /// @param approvedOnly whether only those for approved buyers
  List<Id> published(Id organisation, boolean approvedOnly, int limit) {
    return sql.select(LISTING_LOT.ID)
        .from(LISTING_LOT)
        .where(LISTING_LOT.ORGANISATION_ID.eq(organisation))
        .and(LISTING_LOT.STATUS.eq(LotStatus.PUBLISHED.code()))
        .and(
            approvedOnly
                ? LISTING_LOT.VISIBILITY.eq(LotVisibility.APPROVED_BUYERS.code())
                : DSL.noCondition())
        .orderBy(LISTING_LOT.ID.desc())
        .limit(limit)
        .fetch(LISTING_LOT.ID);
  }

  /// A stream's lots that its owner can still sell from, and others that are named.
  List<LotRow> ofStream(Id stream, Collection<Id> others) {
    return rows(
        sql.selectFrom(LISTING_LOT)
            .where(LISTING_LOT.STREAM_ID.eq(stream))
            .and(
                LISTING_LOT
                    .STATUS
                    .in(LotStatus.PUBLISHED.code(), LotStatus.PAUSED.code())
                    .or(LISTING_LOT.ID.in(others)))
            .orderBy(LISTING_LOT.ID)
            .fetch());
  }

  void insert(LotRow lot) {
    sql.insertInto(LISTING_LOT)
        .set(LISTING_LOT.ID, lot.id())
        .set(LISTING_LOT.VERSION, lot.version())
        .set(LISTING_LOT.STATUS, lot.status().code())
        .set(LISTING_LOT.ORGANISATION_ID, lot.organisationId())
        .set(LISTING_LOT.SITE_ID, lot.siteId())
        .set(LISTING_LOT.STREAM_ID, lot.streamId())
        .set(LISTING_LOT.MATERIAL_KEY, lot.materialKey())
        .set(LISTING_LOT.CLASS_CODE, lot.classCode())
        .set(LISTING_LOT.CODE, lot.code())
        .set(LISTING_LOT.CODE_SCHEME, lot.codeScheme())
        .set(LISTING_LOT.TITLE, lot.terms().title())
        .set(LISTING_LOT.DESCRIPTION, lot.terms().description())
        .set(LISTING_LOT.SALE_METHOD, lot.saleMethod().code())
        .set(LISTING_LOT.QUANTITY_KIND, lot.quantityKind().code())
        .set(LISTING_LOT.QUANTITY_KG, lot.quantityKg())
        .set(LISTING_LOT.PRICE_YUAN_PER_T, lot.terms().priceYuanPerT())
        .set(LISTING_LOT.TAX_INCLUDED, lot.terms().taxIncluded())
        .set(LISTING_LOT.DELIVERY_RADIUS_KM, radiusOf(lot.terms().delivery()))
        .set(LISTING_LOT.FREIGHT_INVOICE, invoiceOf(lot.terms().delivery()))
        .set(LISTING_LOT.AVAILABLE_FROM, lot.terms().availableFrom())
        .set(LISTING_LOT.AVAILABLE_TO, lot.terms().availableTo())
        .set(LISTING_LOT.ADJUSTED, !lot.terms().adjustments().isEmpty())
        .set(LISTING_LOT.MONTHLY, !lot.terms().months().isEmpty())
        .set(LISTING_LOT.VISIBILITY, lot.visibility().code())
        .set(conditions(lot.terms().conditions()))
        .set(LISTING_LOT.PUBLISHED_AT, lot.publishedAt())
        .execute();
    insertQualities(lot);
    months.insert(lot.id(), lot.terms().months());
    prices.add(lot.id(), lot.terms(), lot.publishedAt());
    adjustments.insert(SUBJECT, lot.id(), lot.terms().adjustments());
  }

  /// Writes status, terms, visibility and version of a lot that is held.
  void update(LotRow lot) {
    sql.update(LISTING_LOT)
        .set(LISTING_LOT.VERSION, lot.version())
        .set(LISTING_LOT.STATUS, lot.status().code())
        .set(LISTING_LOT.TITLE, lot.terms().title())
        .set(LISTING_LOT.DESCRIPTION, lot.terms().description())
        .set(LISTING_LOT.PRICE_YUAN_PER_T, lot.terms().priceYuanPerT())
        .set(LISTING_LOT.TAX_INCLUDED, lot.terms().taxIncluded())
        .set(LISTING_LOT.DELIVERY_RADIUS_KM, radiusOf(lot.terms().delivery()))
        .set(LISTING_LOT.FREIGHT_INVOICE, invoiceOf(lot.terms().delivery()))
        .set(LISTING_LOT.AVAILABLE_FROM, lot.terms().availableFrom())
        .set(LISTING_LOT.AVAILABLE_TO, lot.terms().availableTo())
        .set(LISTING_LOT.ADJUSTED, !lot.terms().adjustments().isEmpty())
        .set(LISTING_LOT.MONTHLY, !lot.terms().months().isEmpty())
        .set(LISTING_LOT.VISIBILITY, lot.visibility().code())
        .set(conditions(lot.terms().conditions()))
        .where(LISTING_LOT.ID.eq(lot.id()))
        .execute();
  }

  /// Writes those parts of a lot that are not as they were, and a price that is not the one before.
  ///
  /// @param before the terms that are stored
  void replaceParts(LotRow lot, LotTerms before, Instant now) {
    if (!lot.terms().costAs(before)) {
      prices.add(lot.id(), lot.terms(), now);
    }
    if (!lot.terms().qualities().equals(before.qualities())) {
      sql.deleteFrom(LISTING_LOT_QUALITY).where(LISTING_LOT_QUALITY.LOT_ID.eq(lot.id())).execute();
      insertQualities(lot);
    }
    if (!lot.terms().months().equals(before.months())) {
      months.replace(lot.id(), lot.terms().months());
    }
    if (!lot.terms().adjustments().equals(before.adjustments())) {
      adjustments.replace(SUBJECT, lot.id(), lot.terms().adjustments());
    }
  }

  private void insertQualities(LotRow lot) {
    if (lot.terms().qualities().isEmpty()) {
      return;
    }
    var insert =
        sql.insertInto(
            LISTING_LOT_QUALITY,
            LISTING_LOT_QUALITY.LOT_ID,
            LISTING_LOT_QUALITY.PARAMETER_KEY,
            LISTING_LOT_QUALITY.LINE,
            LISTING_LOT_QUALITY.MINIMUM,
            LISTING_LOT_QUALITY.MAXIMUM,
            LISTING_LOT_QUALITY.BASIS);
    short line = 0;
    for (QualityRange range : lot.terms().qualities()) {
      insert =
          insert.values(
              lot.id(), range.parameter(), line++, range.min(), range.max(), range.basis());
    }
    insert.execute();
  }

  private List<LotRow> rows(List<ListingLotRecord> heads) {
    List<Id> ids = heads.stream().map(ListingLotRecord::getId).toList();
    return rows(heads, partsOf(ids, having(heads, ListingLotRecord::getMonthly)));
  }

  private static List<Id> having(
      List<ListingLotRecord> heads, Predicate<ListingLotRecord> something) {
    return heads.stream().filter(something).map(ListingLotRecord::getId).toList();
  }

  /// Few lots have a price that moves; what moves it is looked for where there is something.
  private List<LotRow> rows(List<ListingLotRecord> heads, Parts parts) {
    Map<Id, List<QualityAdjustment>> adjusted =
        adjustments.of(SUBJECT, having(heads, ListingLotRecord::getAdjusted));
    return heads.stream()
        .map(head -> parts.with(head, adjusted.getOrDefault(head.getId(), List.of())))
        .toList();
  }

  private static Map<Field<?>, @Nullable Object> conditions(LotConditions conditions) {
    LoadingHours hours = conditions.loadingHours();
    Map<Field<?>, @Nullable Object> columns = new HashMap<>();
    columns.put(LISTING_LOT.MINIMUM_KG, conditions.minimumKg());
    columns.put(LISTING_LOT.DESTINATIONS, joined(conditions.destinations()));
    columns.put(
        LISTING_LOT.LOADING_MODES,
        joined(conditions.loadingModes().stream().map(LoadingMode::code).toList()));
    columns.put(LISTING_LOT.LOADING_DAYS, hours == null ? null : hours.digits());
    columns.put(LISTING_LOT.LOADING_FROM, hours == null ? null : hours.from());
    columns.put(LISTING_LOT.LOADING_TO, hours == null ? null : hours.to());
    return columns;
  }

  private static LotConditions conditions(ListingLotRecord row) {
    return new LotConditions(
        row.getMinimumKg(),
        parted(row.getDestinations()),
        parted(row.getLoadingModes()).stream().map(LoadingMode::ofCode).toList(),
        LoadingHours.of(row.getLoadingDays(), row.getLoadingFrom(), row.getLoadingTo()));
  }

  private static @Nullable String joined(List<String> codes) {
    return codes.isEmpty() ? null : String.join(" ", codes);
  }

  private static List<String> parted(@Nullable String codes) {
    return codes == null ? List.of() : List.of(codes.split(" ", -1));
  }

  private static @Nullable Integer radiusOf(@Nullable Delivery delivery) {
    return delivery == null ? null : delivery.radiusKm();
  }

  private static @Nullable String invoiceOf(@Nullable Delivery delivery) {
    return delivery == null ? null : delivery.freightInvoice().code();
  }

  private static @Nullable Delivery delivery(ListingLotRecord row) {
    Integer radiusKm = row.getDeliveryRadiusKm();
    String invoice = row.getFreightInvoice();
    return radiusKm == null || invoice == null
        ? null
        : new Delivery(radiusKm, FreightInvoice.ofCode(invoice));
  }

  private static LotRow lot(
      ListingLotRecord row,
      List<QualityRange> qualities,
      List<MonthQuantity> months,
      List<QualityAdjustment> adjustments) {
    return new LotRow(
        row.getId(),
        row.getVersion(),
        LotStatus.ofCode(row.getStatus()),
        row.getOrganisationId(),
        row.getSiteId(),
        row.getStreamId(),
        row.getMaterialKey(),
        row.getClassCode(),
        row.getCode(),
        row.getCodeScheme(),
        new LotTerms(
            row.getTitle(),
            row.getDescription(),
            row.getPriceYuanPerT(),
            row.getTaxIncluded(),
            delivery(row),
            row.getAvailableFrom(),
            row.getAvailableTo(),
            qualities,
            months,
            adjustments,
            conditions(row)),
        SaleMethod.ofCode(row.getSaleMethod()),
        QuantityKind.ofCode(row.getQuantityKind()),
        row.getQuantityKg(),
        LotVisibility.ofCode(row.getVisibility()),
        row.getPublishedAt());
  }
}
