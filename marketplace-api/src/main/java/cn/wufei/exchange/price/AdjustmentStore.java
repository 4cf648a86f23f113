package cn.wufei.exchange.price;

import static cn.wufei.exchange.db.Tables.PRICE_BAND;

import cn.wufei.exchange.db.tables.records.PriceBandRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// Premiums and penalties as rows, one for each band, of whatever has a price. Those of an offer
/// never change.
@Singleton
@Connectable
public class AdjustmentStore {

  private final DSLContext sql;

  AdjustmentStore(DSLContext sql) {
    this.sql = sql;
  }

  /// @param kind of what has the price, as the audit names it
  public void insert(String kind, Id subject, List<QualityAdjustment> adjustments) {
    short line = 0;
    for (QualityAdjustment adjustment : adjustments) {
      short place = 0;
      for (QualityAdjustment.Band band : adjustment.bands()) {
        sql.insertInto(PRICE_BAND)
            .set(PRICE_BAND.SUBJECT_KIND, kind)
            .set(PRICE_BAND.SUBJECT_ID, subject)
            .set(PRICE_BAND.LINE, line)
            .set(PRICE_BAND.BAND, place++)
            .set(PRICE_BAND.PARAMETER_KEY, adjustment.parameter())
            .set(PRICE_BAND.BASIS, adjustment.basis())
            .set(PRICE_BAND.GUARANTEED, adjustment.guaranteed())
            .set(PRICE_BAND.LOW, band.from())
            .set(PRICE_BAND.HIGH, band.to())
            .set(PRICE_BAND.YUAN_PER_T_PER_UNIT, band.yuanPerTPerUnit())
            .execute();
      }
      line++;
    }
  }

  /// Puts others in the place of those that are there.
  public void replace(String kind, Id subject, List<QualityAdjustment> adjustments) {
    sql.deleteFrom(PRICE_BAND)
        .where(PRICE_BAND.SUBJECT_KIND.eq(kind))
        .and(PRICE_BAND.SUBJECT_ID.eq(subject))
        .execute();
    insert(kind, subject, adjustments);
  }

  /// By what has the price; one whose price does not move is absent.
  public Map<Id, List<QualityAdjustment>> of(String kind, Collection<Id> subjects) {
    if (subjects.isEmpty()) {
      return Map.of();
    }
    return sql
        .selectFrom(PRICE_BAND)
        .where(PRICE_BAND.SUBJECT_KIND.eq(kind))
        .and(PRICE_BAND.SUBJECT_ID.in(subjects))
        .orderBy(PRICE_BAND.SUBJECT_ID, PRICE_BAND.LINE, PRICE_BAND.BAND)
        .fetchGroups(PRICE_BAND.SUBJECT_ID)
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> adjustments(each.getValue())));
  }

  private static List<QualityAdjustment> adjustments(List<PriceBandRecord> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                PriceBandRecord::getLine, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(AdjustmentStore::adjustment)
        .toList();
  }

  private static QualityAdjustment adjustment(List<PriceBandRecord> bands) {
    PriceBandRecord first = bands.getFirst();
    return new QualityAdjustment(
        first.getParameterKey(),
        first.getBasis(),
        first.getGuaranteed(),
        bands.stream()
            .map(row ->
                new QualityAdjustment.Band(row.getLow(), row.getHigh(), row.getYuanPerTPerUnit()))
            .toList());
  }
}
