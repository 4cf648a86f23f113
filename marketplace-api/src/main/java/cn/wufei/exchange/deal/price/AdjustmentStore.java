package cn.wufei.exchange.deal.price;

import static cn.wufei.exchange.db.Tables.DEAL_PRICE_BAND;

import cn.wufei.exchange.db.tables.records.DealPriceBandRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/// Premiums and penalties as rows, one for each band. They are those of an offer and of the
/// agreement that it leads to, and never change.
@Singleton
@Connectable
public class AdjustmentStore {

  private final DSLContext sql;

  AdjustmentStore(DSLContext sql) {
    this.sql = sql;
  }

  public void insert(Id offer, List<QualityAdjustment> adjustments) {
    short line = 0;
    for (QualityAdjustment adjustment : adjustments) {
      short place = 0;
      for (QualityAdjustment.Band band : adjustment.bands()) {
        sql.insertInto(DEAL_PRICE_BAND)
            .set(DEAL_PRICE_BAND.OFFER_ID, offer)
            .set(DEAL_PRICE_BAND.LINE, line)
            .set(DEAL_PRICE_BAND.BAND, place++)
            .set(DEAL_PRICE_BAND.PARAMETER_KEY, adjustment.parameter())
            .set(DEAL_PRICE_BAND.BASIS, adjustment.basis())
            .set(DEAL_PRICE_BAND.GUARANTEED, adjustment.guaranteed())
            .set(DEAL_PRICE_BAND.LOW, band.from())
            .set(DEAL_PRICE_BAND.HIGH, band.to())
            .set(DEAL_PRICE_BAND.YUAN_PER_T_PER_UNIT, band.yuanPerTPerUnit())
            .execute();
      }
      line++;
    }
  }

  /// By offer; one whose price does not move is absent.
  public Map<Id, List<QualityAdjustment>> ofOffers(Collection<Id> offers) {
    return sql
        .selectFrom(DEAL_PRICE_BAND)
        .where(DEAL_PRICE_BAND.OFFER_ID.in(offers))
        .orderBy(DEAL_PRICE_BAND.OFFER_ID, DEAL_PRICE_BAND.LINE, DEAL_PRICE_BAND.BAND)
        .fetchGroups(DEAL_PRICE_BAND.OFFER_ID)
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> adjustments(each.getValue())));
  }

  private static List<QualityAdjustment> adjustments(List<DealPriceBandRecord> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                DealPriceBandRecord::getLine, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(AdjustmentStore::adjustment)
        .toList();
  }

  private static QualityAdjustment adjustment(List<DealPriceBandRecord> bands) {
    DealPriceBandRecord first = bands.getFirst();
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
