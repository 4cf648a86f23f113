package cn.wufei.exchange.listing;

import static cn.wufei.exchange.db.Tables.LISTING_LOT_PRICE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import cn.wufei.exchange.db.tables.records.ListingLotPriceRecord;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The prices of lots as rows, which are only ever added.
@Singleton
@Connectable
class LotPriceStore {

  private final DSLContext sql;

  LotPriceStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Adds the price of a lot that is new or held.
  void add(Id lot, LotTerms terms, Instant since) {
    sql.insertInto(
            LISTING_LOT_PRICE,
            LISTING_LOT_PRICE.LOT_ID,
            LISTING_LOT_PRICE.NUMBER,
            LISTING_LOT_PRICE.SINCE,
            LISTING_LOT_PRICE.PRICE_YUAN_PER_T,
            LISTING_LOT_PRICE.TAX_INCLUDED,
            LISTING_LOT_PRICE.BASIS)
        .select(
            select(
                    val(lot, LISTING_LOT_PRICE.LOT_ID),
                    coalesce(max(LISTING_LOT_PRICE.NUMBER), inline(0)).plus(inline(1)),
                    val(since, LISTING_LOT_PRICE.SINCE),
                    val(terms.priceYuanPerT(), LISTING_LOT_PRICE.PRICE_YUAN_PER_T),
                    val(terms.taxIncluded(), LISTING_LOT_PRICE.TAX_INCLUDED),
                    val(terms.basis().code(), LISTING_LOT_PRICE.BASIS))
                .from(LISTING_LOT_PRICE)
                .where(LISTING_LOT_PRICE.LOT_ID.eq(lot)))
        .execute();
  }

  /// Newest first.
  ///
  /// @param before the number of the last price of the page before
  List<LotPrice> page(Id lot, @Nullable Integer before, int limit) {
    return sql.selectFrom(LISTING_LOT_PRICE)
        .where(LISTING_LOT_PRICE.LOT_ID.eq(lot))
        .and(before == null ? noCondition() : LISTING_LOT_PRICE.NUMBER.lt(before))
        .orderBy(LISTING_LOT_PRICE.NUMBER.desc())
        .limit(limit)
        .fetch(LotPriceStore::price);
  }

  /// All prices of the lots, newest first.
  Map<Id, List<LotPrice>> ofLots(Collection<Id> lots) {
    return sql.selectFrom(LISTING_LOT_PRICE)
        .where(LISTING_LOT_PRICE.LOT_ID.in(lots))
        .orderBy(LISTING_LOT_PRICE.LOT_ID, LISTING_LOT_PRICE.NUMBER.desc())
        .fetchGroups(LISTING_LOT_PRICE.LOT_ID, LotPriceStore::price);
  }

  private static LotPrice price(ListingLotPriceRecord row) {
    String basis = row.getBasis();
    return new LotPrice(
        row.getNumber(),
        row.getSince(),
        row.getPriceYuanPerT(),
        row.getTaxIncluded(),
        basis == null ? null : PriceBasis.ofCode(basis));
  }
}
