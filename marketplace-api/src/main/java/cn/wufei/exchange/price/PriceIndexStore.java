package cn.wufei.exchange.price;

import static cn.wufei.exchange.db.Tables.PRICE_INDEX;
import static cn.wufei.exchange.db.Tables.PRICE_INDEX_VALUE;

import cn.wufei.exchange.db.tables.PriceIndexValue;
import cn.wufei.exchange.db.tables.records.PriceIndexRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Indices and their values as rows.
@Singleton
@Connectable
class PriceIndexStore {

  private final DSLContext sql;

  PriceIndexStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable PriceIndex find(String code) {
    return sql.selectFrom(PRICE_INDEX)
        .where(PRICE_INDEX.CODE.eq(code))
        .fetchOne(PriceIndexStore::index);
  }

  /// In the order of their codes.
  List<PriceIndex> page(@Nullable String after, int limit) {
    return sql.selectFrom(PRICE_INDEX)
        .where(after == null ? DSL.noCondition() : PRICE_INDEX.CODE.gt(after))
        .orderBy(PRICE_INDEX.CODE)
        .limit(limit)
        .fetch(PriceIndexStore::index);
  }

  /// Whether the index was written: not when somebody wrote since that version was read.
  boolean write(PriceIndex before, PriceIndex after, Id member) {
    var row = new PriceIndexRecord();
    row.setVersion(after.version());
    row.setNameZh(after.nameZh());
    row.setNameEn(after.nameEn());
    row.setSource(after.source());
    row.setVerified(after.verified());
    row.setStatedAt(after.statedAt());
    row.setStatedById(member);
    if (before.version() == 0) {
      row.setCode(after.code());
      return sql.executeInsert(row) == 1;
    }
    return sql.update(PRICE_INDEX)
            .set(row)
            .where(PRICE_INDEX.CODE.eq(before.code()))
            .and(PRICE_INDEX.VERSION.eq(before.version()))
            .execute()
        == 1;
  }

  void insert(Row value) {
    sql.insertInto(PRICE_INDEX_VALUE)
        .set(PRICE_INDEX_VALUE.ID, value.id())
        .set(PRICE_INDEX_VALUE.INDEX_CODE, value.at().index())
        .set(PRICE_INDEX_VALUE.MONTH_STARTS_ON, value.at().month().atDay(1))
        .set(PRICE_INDEX_VALUE.YUAN_PER_T, value.yuanPerT())
        .set(PRICE_INDEX_VALUE.STATED_AT, value.statedAt())
        .set(PRICE_INDEX_VALUE.STATED_BY_ID, value.statedBy())
        .set(PRICE_INDEX_VALUE.NOTE, value.note())
        .execute();
  }

  /// Newest first, those too that others have taken the place of.
  List<Row> values(String code, @Nullable Id before, int limit) {
    PriceIndexValue later = PRICE_INDEX_VALUE.as("later");
    var superseded =
        DSL.field(
            DSL.exists(
                DSL.selectOne()
                    .from(later)
                    .where(later.INDEX_CODE.eq(PRICE_INDEX_VALUE.INDEX_CODE))
                    .and(later.MONTH_STARTS_ON.eq(PRICE_INDEX_VALUE.MONTH_STARTS_ON))
                    .and(later.ID.gt(PRICE_INDEX_VALUE.ID))));
    return sql.select(PRICE_INDEX_VALUE.fields())
        .select(superseded)
        .from(PRICE_INDEX_VALUE)
        .where(PRICE_INDEX_VALUE.INDEX_CODE.eq(code))
        .and(before == null ? DSL.noCondition() : PRICE_INDEX_VALUE.ID.lt(before))
        .orderBy(PRICE_INDEX_VALUE.ID.desc())
        .limit(limit)
        .fetch(row ->
            new Row(
                row.get(PRICE_INDEX_VALUE.ID),
                new IndexMonth(
                    row.get(PRICE_INDEX_VALUE.INDEX_CODE),
                    YearMonth.from(row.get(PRICE_INDEX_VALUE.MONTH_STARTS_ON))),
                row.get(PRICE_INDEX_VALUE.YUAN_PER_T),
                row.get(superseded),
                row.get(PRICE_INDEX_VALUE.STATED_AT),
                row.get(PRICE_INDEX_VALUE.STATED_BY_ID),
                row.get(PRICE_INDEX_VALUE.NOTE)));
  }

  /// What counts for each of the months that have a value.
  Map<IndexMonth, BigDecimal> counting(Collection<IndexMonth> months) {
    Map<IndexMonth, BigDecimal> counting = new LinkedHashMap<>();
    sql.select(
            PRICE_INDEX_VALUE.INDEX_CODE,
            PRICE_INDEX_VALUE.MONTH_STARTS_ON,
            PRICE_INDEX_VALUE.YUAN_PER_T)
        .from(PRICE_INDEX_VALUE)
        .where(PRICE_INDEX_VALUE.INDEX_CODE.in(months.stream().map(IndexMonth::index).toList()))
        .and(
            PRICE_INDEX_VALUE.MONTH_STARTS_ON.in(
                months.stream().map(month -> month.month().atDay(1)).toList()))
        .orderBy(PRICE_INDEX_VALUE.ID)
        .forEach(row ->
            counting.put(new IndexMonth(row.value1(), YearMonth.from(row.value2())), row.value3()));
    return counting;
  }

  /// Of the latest month that has one.
  PriceIndex.@Nullable Newest newest(String code) {
    return sql.select(PRICE_INDEX_VALUE.MONTH_STARTS_ON, PRICE_INDEX_VALUE.YUAN_PER_T)
        .from(PRICE_INDEX_VALUE)
        .where(PRICE_INDEX_VALUE.INDEX_CODE.eq(code))
        .orderBy(PRICE_INDEX_VALUE.MONTH_STARTS_ON.desc(), PRICE_INDEX_VALUE.ID.desc())
        .limit(1)
        .fetchOne(
            row -> new PriceIndex.Newest(YearMonth.from(row.value1()).toString(), row.value2()));
  }

  private static PriceIndex index(PriceIndexRecord row) {
    return new PriceIndex(
        row.getCode(),
        row.getVersion(),
        row.getNameZh(),
        row.getNameEn(),
        row.getSource(),
        row.getVerified(),
        row.getStatedAt(),
        null);
  }

  /// A value as it is stored.
  record Row(
      Id id,
      IndexMonth at,
      BigDecimal yuanPerT,
      boolean superseded,
      Instant statedAt,
      Id statedBy,
      @Nullable String note) {}
}
