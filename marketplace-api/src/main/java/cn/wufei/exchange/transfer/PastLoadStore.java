package cn.wufei.exchange.transfer;

import static cn.wufei.exchange.db.Tables.TRANSFER_LOAD;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.TradePair;
import cn.wufei.exchange.matching.TradeRecords;
import cn.wufei.exchange.matching.fit.Background;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/// How the last loads of pairs went. A pair may have tens of thousands of loads: no more rows of it
/// are read than count.
@Singleton
@Connectable
class PastLoadStore implements TradeRecords {

  private static final List<String> ENDED =
      List.of(LoadStatus.RECEIVED.code(), LoadStatus.REFUSED.code());

  private final DSLContext sql;

  PastLoadStore(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Map<TradePair, Background.Trades> ofPairs(Collection<TradePair> pairs) {
    Map<TradePair, Background.Trades> records = new LinkedHashMap<>();
    Select<Record5<Id, Id, String, Long, Boolean>> all = null;
    for (TradePair pair : traded(pairs)) {
      var last = last(pair);
      all = all == null ? last : all.unionAll(last);
    }
    if (all != null) {
      all.fetch()
          .forEach(load ->
              records.merge(
                  new TradePair(load.value1(), load.value2()),
                  new Background.Trades(
                      1, isGood(load.value3(), load.value4(), load.value5()) ? 1 : 0),
                  (one, other) ->
                      new Background.Trades(
                          one.counted() + other.counted(), one.good() + other.good())));
    }
    return records;
  }

  @Override
  public Set<Id> buyersFrom(Id seller) {
    return Set.copyOf(
        sql.selectDistinct(TRANSFER_LOAD.BUYER_ID)
            .from(TRANSFER_LOAD)
            .where(TRANSFER_LOAD.SELLER_ID.eq(seller))
            .fetch(TRANSFER_LOAD.BUYER_ID));
  }

  /// Those of the pairs that have any load at all, which are few.
  private List<TradePair> traded(Collection<TradePair> pairs) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    return sql
        .select(TRANSFER_LOAD.SELLER_ID, TRANSFER_LOAD.BUYER_ID)
        .from(TRANSFER_LOAD)
        .where(
            TRANSFER_LOAD.SELLER_ID.in(pairs.stream().map(TradePair::sellerId).distinct().toList()))
        .and(TRANSFER_LOAD.BUYER_ID.in(pairs.stream().map(TradePair::buyerId).distinct().toList()))
        .groupBy(TRANSFER_LOAD.SELLER_ID, TRANSFER_LOAD.BUYER_ID)
        .fetch(row -> new TradePair(row.value1(), row.value2()))
        .stream()
        .filter(pairs::contains)
        .toList();
  }

  private Select<Record5<Id, Id, String, Long, Boolean>> last(TradePair pair) {
    return sql.select(
            TRANSFER_LOAD.SELLER_ID,
            TRANSFER_LOAD.BUYER_ID,
            TRANSFER_LOAD.STATUS,
            TRANSFER_LOAD.REJECTED_KG,
            TRANSFER_LOAD.DIFFERENCE_BEYOND_TOLERANCE)
        .from(TRANSFER_LOAD)
        .where(TRANSFER_LOAD.SELLER_ID.eq(pair.sellerId()))
        .and(TRANSFER_LOAD.BUYER_ID.eq(pair.buyerId()))
        .and(TRANSFER_LOAD.STATUS.in(ENDED))
        .orderBy(TRANSFER_LOAD.ID.desc())
        .limit(Background.Trades.COUNTED_MAX);
  }

  private static boolean isGood(
      String status, @Nullable Long rejectedKg, @Nullable Boolean beyondTolerance) {
    return status.equals(LoadStatus.RECEIVED.code())
        && (rejectedKg == null || rejectedKg == 0)
        && !Boolean.TRUE.equals(beyondTolerance);
  }
}
