package cn.wufei.exchange.demand;

import static cn.wufei.exchange.db.Tables.DEMAND_DEMAND;
import static cn.wufei.exchange.db.Tables.DEMAND_MATERIAL;
import static cn.wufei.exchange.db.Tables.DEMAND_RANGE;

import cn.wufei.exchange.db.tables.records.DemandDemandRecord;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.schedule.MonthQuantity;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Demands and their parts as rows.
@Singleton
@Connectable
class DemandStore {

  private final DSLContext sql;
  private final DemandMonthStore months;

  DemandStore(DSLContext sql, DemandMonthStore months) {
    this.sql = sql;
    this.months = months;
  }

  @Nullable DemandRow find(Id id) {
    DemandDemandRecord row =
        sql.selectFrom(DEMAND_DEMAND).where(DEMAND_DEMAND.ID.eq(id)).fetchOne();
    return row == null ? null : rows(List.of(row)).getFirst();
  }

  boolean isAt(Id id, long version) {
    Long stored =
        sql.select(DEMAND_DEMAND.VERSION)
            .from(DEMAND_DEMAND)
            .where(DEMAND_DEMAND.ID.eq(id))
            .fetchOne(DEMAND_DEMAND.VERSION);
    return stored != null && stored == version;
  }

  /// The demand, held until the transaction ends.
  @Nullable DemandRow lockDemand(Id id) {
    DemandDemandRecord row =
        sql.selectFrom(DEMAND_DEMAND).where(DEMAND_DEMAND.ID.eq(id)).forUpdate().fetchOne();
    return row == null ? null : rows(List.of(row)).getFirst();
  }

  List<DemandRow> findAll(Collection<Id> ids) {
    return rows(sql.selectFrom(DEMAND_DEMAND).where(DEMAND_DEMAND.ID.in(ids)).fetch());
  }

  /// Those of the demands that are published.
  ///
  /// @param parts asked for when the rest has been read
  List<DemandRow> published(Collection<Id> ids, Supplier<Parts> parts) {
    List<DemandDemandRecord> heads =
        sql.selectFrom(DEMAND_DEMAND)
            .where(DEMAND_DEMAND.ID.in(ids))
            .and(DEMAND_DEMAND.STATUS.eq(DemandStatus.PUBLISHED.code()))
            .fetch();
    return heads.stream().map(parts.get()::with).toList();
  }

  /// What belongs to demands, by the id of each.
  Parts partsOf(Collection<Id> ids) {
    Map<Id, List<String>> materials =
        sql.selectFrom(DEMAND_MATERIAL)
            .where(DEMAND_MATERIAL.DEMAND_ID.in(ids))
            .orderBy(DEMAND_MATERIAL.DEMAND_ID, DEMAND_MATERIAL.LINE)
            .fetchGroups(DEMAND_MATERIAL.DEMAND_ID, DEMAND_MATERIAL.MATERIAL_KEY);
    Map<Id, List<RequiredRange>> ranges =
        sql.selectFrom(DEMAND_RANGE)
            .where(DEMAND_RANGE.DEMAND_ID.in(ids))
            .orderBy(DEMAND_RANGE.DEMAND_ID, DEMAND_RANGE.LINE)
            .fetchGroups(
                DEMAND_RANGE.DEMAND_ID,
                row ->
                    new RequiredRange(
                        row.getParameterKey(),
                        plain(row.getMinimum()),
                        plain(row.getMaximum()),
                        row.getBasis()));
    return new Parts(materials, ranges, months.ofDemands(ids));
  }

  /// Demands that are not there have none.
  record Parts(
      Map<Id, List<String>> materials,
      Map<Id, List<RequiredRange>> ranges,
      Map<Id, List<MonthQuantity>> months) {

    Parts {
      materials = Map.copyOf(materials);
      ranges = Map.copyOf(ranges);
      months = Map.copyOf(months);
    }

    DemandRow with(DemandDemandRecord head) {
      return demand(
          head,
          materials.getOrDefault(head.getId(), List.of()),
          ranges.getOrDefault(head.getId(), List.of()),
          months.getOrDefault(head.getId(), List.of()));
    }
  }

  /// Published demands whose last day lies before, those first that are over the longest.
  List<Id> overBefore(LocalDate day, int limit) {
    return sql.select(DEMAND_DEMAND.ID)
        .from(DEMAND_DEMAND)
        .where(DEMAND_DEMAND.STATUS.eq(DemandStatus.PUBLISHED.code()))
        .and(DEMAND_DEMAND.NEEDED_TO.lt(day))
        .orderBy(DEMAND_DEMAND.NEEDED_TO, DEMAND_DEMAND.ID)
        .limit(limit)
        .fetch(DEMAND_DEMAND.ID);
  }

  /// An organisation's published demands whose last day lies between two.
  List<DemandRow> endingOf(Id organisation, LocalDate from, LocalDate to) {
    return rows(
        sql.selectFrom(DEMAND_DEMAND)
            .where(DEMAND_DEMAND.ORGANISATION_ID.eq(organisation))
            .and(DEMAND_DEMAND.STATUS.eq(DemandStatus.PUBLISHED.code()))
            .and(DEMAND_DEMAND.NEEDED_TO.between(from, to))
            .fetch());
  }

  /// An organisation's published demands, newest first.
  List<Id> published(Id organisation, int limit) {
    return sql.select(DEMAND_DEMAND.ID)
        .from(DEMAND_DEMAND)
        .where(DEMAND_DEMAND.ORGANISATION_ID.eq(organisation))
        .and(DEMAND_DEMAND.STATUS.eq(DemandStatus.PUBLISHED.code()))
        .orderBy(DEMAND_DEMAND.ID.desc())
        .limit(limit)
        .fetch(DEMAND_DEMAND.ID);
  }

  /// An organisation's demands, newest first.
  List<DemandRow> page(
      Id organisation, @Nullable DemandStatus status, @Nullable Id before, int limit) {
    return rows(
        sql.selectFrom(DEMAND_DEMAND)
            .where(DEMAND_DEMAND.ORGANISATION_ID.eq(organisation))
            .and(status == null ? DSL.noCondition() : DEMAND_DEMAND.STATUS.eq(status.code()))
            .and(before == null ? DSL.noCondition() : DEMAND_DEMAND.ID.lt(before))
            .orderBy(DEMAND_DEMAND.ID.desc())
            .limit(limit)
            .fetch());
  }

  void insert(DemandRow demand) {
    DemandTerms terms = demand.terms();
    sql.insertInto(DEMAND_DEMAND)
        .set(DEMAND_DEMAND.ID, demand.id())
        .set(DEMAND_DEMAND.VERSION, demand.version())
        .set(DEMAND_DEMAND.STATUS, demand.status().code())
        .set(DEMAND_DEMAND.ORGANISATION_ID, demand.organisationId())
        .set(DEMAND_DEMAND.SITE_ID, demand.siteId())
        .set(DEMAND_DEMAND.USE_KEY, terms.use())
        .set(DEMAND_DEMAND.TITLE, terms.title())
        .set(DEMAND_DEMAND.DESCRIPTION, terms.description())
        .set(DEMAND_DEMAND.QUANTITY_KG, terms.quantityKg())
        .set(DEMAND_DEMAND.MAX_DELIVERED_YUAN_PER_T, terms.maxDeliveredYuanPerT())
        .set(DEMAND_DEMAND.LIMIT_BASIS, terms.limitBasis().code())
        .set(DEMAND_DEMAND.NEEDED_FROM, terms.neededFrom())
        .set(DEMAND_DEMAND.NEEDED_TO, terms.neededTo())
        .set(DEMAND_DEMAND.PUBLISHED_AT, demand.publishedAt())
        .execute();
    insertMaterials(demand);
    insertRanges(demand);
    months.insert(demand.id(), demand.terms().months());
  }

  /// Writes status, terms and version of a demand that is held.
  void update(DemandRow demand) {
    DemandTerms terms = demand.terms();
    sql.update(DEMAND_DEMAND)
        .set(DEMAND_DEMAND.VERSION, demand.version())
        .set(DEMAND_DEMAND.STATUS, demand.status().code())
        .set(DEMAND_DEMAND.USE_KEY, terms.use())
        .set(DEMAND_DEMAND.TITLE, terms.title())
        .set(DEMAND_DEMAND.DESCRIPTION, terms.description())
        .set(DEMAND_DEMAND.QUANTITY_KG, terms.quantityKg())
        .set(DEMAND_DEMAND.MAX_DELIVERED_YUAN_PER_T, terms.maxDeliveredYuanPerT())
        .set(DEMAND_DEMAND.LIMIT_BASIS, terms.limitBasis().code())
        .set(DEMAND_DEMAND.NEEDED_FROM, terms.neededFrom())
        .set(DEMAND_DEMAND.NEEDED_TO, terms.neededTo())
        .where(DEMAND_DEMAND.ID.eq(demand.id()))
        .execute();
  }

  /// Writes those parts of a demand that are not as they were.
  ///
  /// @param before the terms that are stored
  void replaceParts(DemandRow demand, DemandTerms before) {
    if (!demand.terms().materialKeys().equals(before.materialKeys())) {
      sql.deleteFrom(DEMAND_MATERIAL).where(DEMAND_MATERIAL.DEMAND_ID.eq(demand.id())).execute();
      insertMaterials(demand);
    }
    if (!demand.terms().ranges().equals(before.ranges())) {
      sql.deleteFrom(DEMAND_RANGE).where(DEMAND_RANGE.DEMAND_ID.eq(demand.id())).execute();
      insertRanges(demand);
    }
    if (!demand.terms().months().equals(before.months())) {
      months.replace(demand.id(), demand.terms().months());
    }
  }

  private void insertMaterials(DemandRow demand) {
    var insert =
        sql.insertInto(
            DEMAND_MATERIAL,
            DEMAND_MATERIAL.DEMAND_ID,
            DEMAND_MATERIAL.MATERIAL_KEY,
            DEMAND_MATERIAL.LINE);
    short line = 0;
    for (String material : demand.terms().materialKeys()) {
      insert = insert.values(demand.id(), material, line++);
    }
    insert.execute();
  }

  private void insertRanges(DemandRow demand) {
    if (demand.terms().ranges().isEmpty()) {
      return;
    }
    var insert =
        sql.insertInto(
            DEMAND_RANGE,
            DEMAND_RANGE.DEMAND_ID,
            DEMAND_RANGE.PARAMETER_KEY,
            DEMAND_RANGE.LINE,
            DEMAND_RANGE.MINIMUM,
            DEMAND_RANGE.MAXIMUM,
            DEMAND_RANGE.BASIS);
    short line = 0;
    for (RequiredRange range : demand.terms().ranges()) {
      insert =
          insert.values(
              demand.id(), range.parameter(), line++, range.min(), range.max(), range.basis());
    }
    insert.execute();
  }

  private List<DemandRow> rows(List<DemandDemandRecord> heads) {
    Parts parts = partsOf(heads.stream().map(DemandDemandRecord::getId).toList());
    return heads.stream().map(parts::with).toList();
  }

  private static DemandRow demand(
      DemandDemandRecord row,
      List<String> materials,
      List<RequiredRange> ranges,
      List<MonthQuantity> months) {
    return new DemandRow(
        row.getId(),
        row.getVersion(),
        DemandStatus.ofCode(row.getStatus()),
        row.getOrganisationId(),
        row.getSiteId(),
        new DemandTerms(
            materials,
            row.getUseKey(),
            row.getTitle(),
            row.getDescription(),
            row.getQuantityKg(),
            row.getMaxDeliveredYuanPerT(),
            PriceBasis.ofCode(row.getLimitBasis()),
            row.getNeededFrom(),
            row.getNeededTo(),
            ranges,
            months),
        row.getPublishedAt());
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal stored) {
    return stored == null ? null : stored.stripTrailingZeros();
  }
}
