package cn.wufei.exchange.metrics;

import static cn.wufei.exchange.db.Tables.DEAL_AGREEMENT;
import static cn.wufei.exchange.db.Tables.DEAL_OFFER;
import static cn.wufei.exchange.db.Tables.IDENTITY_SITE;
import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_BALANCE;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;
import static cn.wufei.exchange.db.Tables.LISTING_LOT;
import static cn.wufei.exchange.db.Tables.MATCHING_MATCH;
import static cn.wufei.exchange.db.Tables.STREAM_STREAM;
import static cn.wufei.exchange.db.Tables.TRANSFER_LOAD;
import static cn.wufei.exchange.db.Tables.TRANSFER_USE_REPORT;

import cn.wufei.exchange.db.tables.LedgerTransfer;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.sql.WritesSql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// The rows of each stage of the funnel in one shape, so that totals, months, materials and single
/// items all come from the same selection.
@WritesSql(because = "it holds the selections that FunnelViews reads")
final class StageTables {

  private static final String NAME = "stage";
  private static final LedgerTransfer REVERSAL = LEDGER_TRANSFER.as("reversal");
  private static final int CHINA_OFFSET_HOURS = 8;

  static final Field<Id> ID = column("item_id", LISTING_LOT.ID);
  static final Field<String> NUMBER = column("item_number", DEAL_AGREEMENT.NUMBER);
  static final Field<String> TITLE = column("title", LISTING_LOT.TITLE);
  static final Field<String> MATERIAL = column("material", LISTING_LOT.MATERIAL_KEY);
  static final Field<BigDecimal> KG = DSL.field(DSL.name(NAME, "kg"), BigDecimal.class);
  static final Field<String> DAY = DSL.field(DSL.name(NAME, "item_day"), String.class);
  static final Field<Id> SELLER = column("seller", DEAL_AGREEMENT.SELLER_ID);
  static final Field<Id> BUYER = column("buyer", DEAL_AGREEMENT.BUYER_ID);
  static final Field<Id> LOT = column("lot", DEAL_AGREEMENT.LOT_ID);
  static final Field<Id> DEMAND = column("demand", DEAL_AGREEMENT.DEMAND_ID);

  private StageTables() {}

  static Table<? extends Record> of(FunnelStage stage, MetricsScope scope) {
    Select<? extends Record> rows =
        switch (stage) {
          case LISTED -> listed(scope);
          case MATCHED -> matched(scope);
          case CONTRACTED -> contracted(scope);
          case MOVED -> moved(scope);
          case USED -> used(scope);
        };
    return rows.asTable(NAME);
  }

  private static Select<? extends Record> listed(MetricsScope scope) {
    return DSL.select(
            LISTING_LOT.ID.as(ID.getUnqualifiedName()),
            noText().as(NUMBER.getUnqualifiedName()),
            LISTING_LOT.TITLE.as(TITLE.getUnqualifiedName()),
            LISTING_LOT.MATERIAL_KEY.as(MATERIAL.getUnqualifiedName()),
            LISTING_LOT.QUANTITY_KG.cast(BigDecimal.class).as(KG.getUnqualifiedName()),
            dayOf(LISTING_LOT.PUBLISHED_AT).as(DAY.getUnqualifiedName()),
            LISTING_LOT.ORGANISATION_ID.as(SELLER.getUnqualifiedName()),
            noId().as(BUYER.getUnqualifiedName()),
            LISTING_LOT.ID.as(LOT.getUnqualifiedName()),
            noId().as(DEMAND.getUnqualifiedName()))
        .from(LISTING_LOT)
        .join(IDENTITY_SITE)
        .on(IDENTITY_SITE.ID.eq(LISTING_LOT.SITE_ID))
        .where(within(LISTING_LOT.PUBLISHED_AT, scope))
        .and(place(LISTING_LOT.ORGANISATION_ID, LISTING_LOT.MATERIAL_KEY, scope));
  }

  private static Select<? extends Record> matched(MetricsScope scope) {
    Field<BigDecimal> capped =
        DSL.least(
            DSL.max(LISTING_LOT.QUANTITY_KG).cast(BigDecimal.class),
            DSL.sum(MATCHING_MATCH.QUANTITY_KG));
    return DSL.select(
            LISTING_LOT.ID.as(ID.getUnqualifiedName()),
            noText().as(NUMBER.getUnqualifiedName()),
            DSL.max(LISTING_LOT.TITLE).as(TITLE.getUnqualifiedName()),
            DSL.max(LISTING_LOT.MATERIAL_KEY).as(MATERIAL.getUnqualifiedName()),
            capped.as(KG.getUnqualifiedName()),
            dayOf(DSL.min(MATCHING_MATCH.FIRST_SHOWN_AT)).as(DAY.getUnqualifiedName()),
            DSL.max(LISTING_LOT.ORGANISATION_ID).as(SELLER.getUnqualifiedName()),
            noId().as(BUYER.getUnqualifiedName()),
            LISTING_LOT.ID.as(LOT.getUnqualifiedName()),
            noId().as(DEMAND.getUnqualifiedName()))
        .from(MATCHING_MATCH)
        .join(LISTING_LOT)
        .on(LISTING_LOT.ID.eq(MATCHING_MATCH.LOT_ID))
        .join(IDENTITY_SITE)
        .on(IDENTITY_SITE.ID.eq(LISTING_LOT.SITE_ID))
        .where(within(MATCHING_MATCH.FIRST_SHOWN_AT, scope))
        .and(place(LISTING_LOT.ORGANISATION_ID, LISTING_LOT.MATERIAL_KEY, scope))
        .groupBy(LISTING_LOT.ID);
  }

  private static Select<? extends Record> contracted(MetricsScope scope) {
    Field<BigDecimal> loaded =
        DSL.field(
            DSL.select(
                    DSL.coalesce(
                        DSL.sum(LEDGER_BALANCE.DEBIT_TOTAL.minus(LEDGER_BALANCE.CREDIT_TOTAL)),
                        DSL.inline(BigDecimal.ZERO)))
                .from(LEDGER_ACCOUNT)
                .join(LEDGER_BALANCE)
                .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
                .where(LEDGER_ACCOUNT.SUBJECT_ID.eq(DEAL_AGREEMENT.ID))
                .and(LEDGER_ACCOUNT.KIND.eq(AccountKind.FULFILLED.code())));
    Field<BigDecimal> kg =
        DSL.when(
                DEAL_AGREEMENT.STATUS.eq("active"),
                DEAL_AGREEMENT.QUANTITY_KG.cast(BigDecimal.class))
            .otherwise(loaded);
    return DSL.select(
            DEAL_AGREEMENT.ID.as(ID.getUnqualifiedName()),
            DEAL_AGREEMENT.NUMBER.as(NUMBER.getUnqualifiedName()),
            LISTING_LOT.TITLE.as(TITLE.getUnqualifiedName()),
            DEAL_AGREEMENT.MATERIAL_KEY.as(MATERIAL.getUnqualifiedName()),
            kg.as(KG.getUnqualifiedName()),
            dayOf(DEAL_AGREEMENT.ACCEPTED_AT).as(DAY.getUnqualifiedName()),
            DEAL_AGREEMENT.SELLER_ID.as(SELLER.getUnqualifiedName()),
            DEAL_AGREEMENT.BUYER_ID.as(BUYER.getUnqualifiedName()),
            DEAL_AGREEMENT.LOT_ID.as(LOT.getUnqualifiedName()),
            DEAL_AGREEMENT.DEMAND_ID.as(DEMAND.getUnqualifiedName()))
        .from(DEAL_AGREEMENT)
        .join(LISTING_LOT)
        .on(LISTING_LOT.ID.eq(DEAL_AGREEMENT.LOT_ID))
        .join(IDENTITY_SITE)
        .on(IDENTITY_SITE.ID.eq(LISTING_LOT.SITE_ID))
        .where(within(DEAL_AGREEMENT.ACCEPTED_AT, scope))
        .and(place(DEAL_AGREEMENT.SELLER_ID, DEAL_AGREEMENT.MATERIAL_KEY, scope));
  }

  private static Select<? extends Record> moved(MetricsScope scope) {
    return DSL.select(
            TRANSFER_LOAD.ID.as(ID.getUnqualifiedName()),
            TRANSFER_LOAD.NUMBER.as(NUMBER.getUnqualifiedName()),
            DSL.coalesce(TRANSFER_LOAD.DESTINATION_TICKET, TRANSFER_LOAD.ORIGIN_TICKET)
                .as(TITLE.getUnqualifiedName()),
            TRANSFER_LOAD.MATERIAL_KEY.as(MATERIAL.getUnqualifiedName()),
            TRANSFER_LOAD.ACCEPTED_KG.cast(BigDecimal.class).as(KG.getUnqualifiedName()),
            dayOf(TRANSFER_LOAD.RECEIVED_AT).as(DAY.getUnqualifiedName()),
            TRANSFER_LOAD.SELLER_ID.as(SELLER.getUnqualifiedName()),
            TRANSFER_LOAD.BUYER_ID.as(BUYER.getUnqualifiedName()),
            DEAL_AGREEMENT.LOT_ID.as(LOT.getUnqualifiedName()),
            DEAL_AGREEMENT.DEMAND_ID.as(DEMAND.getUnqualifiedName()))
        .from(TRANSFER_LOAD)
        .join(DEAL_AGREEMENT)
        .on(DEAL_AGREEMENT.ID.eq(TRANSFER_LOAD.AGREEMENT_ID))
        .join(DEAL_OFFER)
        .on(DEAL_OFFER.ID.eq(DEAL_AGREEMENT.OFFER_ID))
        .join(IDENTITY_SITE)
        .on(IDENTITY_SITE.ID.eq(DEAL_OFFER.SELLER_SITE_ID))
        .where(TRANSFER_LOAD.STATUS.eq("received"))
        .and(within(TRANSFER_LOAD.RECEIVED_AT, scope))
        .and(place(TRANSFER_LOAD.SELLER_ID, TRANSFER_LOAD.MATERIAL_KEY, scope));
  }

  private static Select<? extends Record> used(MetricsScope scope) {
    return DSL.select(
            TRANSFER_USE_REPORT.ID.as(ID.getUnqualifiedName()),
            noText().as(NUMBER.getUnqualifiedName()),
            DSL.max(STREAM_STREAM.NAME).as(TITLE.getUnqualifiedName()),
            DSL.max(TRANSFER_USE_REPORT.MATERIAL_KEY).as(MATERIAL.getUnqualifiedName()),
            DSL.sum(LEDGER_POSTING.AMOUNT).as(KG.getUnqualifiedName()),
            DSL.max(LEDGER_TRANSFER.OCCURRED_ON)
                .cast(SQLDataType.VARCHAR(10))
                .as(DAY.getUnqualifiedName()),
            DSL.max(STREAM_STREAM.ORGANISATION_ID).as(SELLER.getUnqualifiedName()),
            DSL.max(TRANSFER_USE_REPORT.ORGANISATION_ID).as(BUYER.getUnqualifiedName()),
            noId().as(LOT.getUnqualifiedName()),
            noId().as(DEMAND.getUnqualifiedName()))
        .from(LEDGER_TRANSFER)
        .join(LEDGER_POSTING)
        .on(LEDGER_POSTING.TRANSFER_ID.eq(LEDGER_TRANSFER.ID))
        .join(LEDGER_ACCOUNT)
        .on(LEDGER_ACCOUNT.ID.eq(LEDGER_POSTING.DEBIT_ACCOUNT_ID))
        .join(STREAM_STREAM)
        .on(STREAM_STREAM.ID.eq(LEDGER_ACCOUNT.STREAM_ID))
        .join(IDENTITY_SITE)
        .on(IDENTITY_SITE.ID.eq(STREAM_STREAM.SITE_ID))
        .join(TRANSFER_USE_REPORT)
        .on(TRANSFER_USE_REPORT.ID.eq(LEDGER_TRANSFER.SUBJECT_ID))
        .where(LEDGER_TRANSFER.KIND.eq(TransferKind.USE_REPORTED.code()))
        .and(
            DSL.notExists(
                DSL.selectOne().from(REVERSAL).where(REVERSAL.REVERSES_ID.eq(LEDGER_TRANSFER.ID))))
        .and(LEDGER_ACCOUNT.KIND.eq(AccountKind.USED.code()))
        .and(LEDGER_TRANSFER.OCCURRED_ON.between(scope.from().atDay(1), scope.to().atEndOfMonth()))
        .and(place(STREAM_STREAM.ORGANISATION_ID, STREAM_STREAM.MATERIAL_KEY, scope))
        .groupBy(TRANSFER_USE_REPORT.ID);
  }

  private static Condition within(Field<Instant> at, MetricsScope scope) {
    return at.ge(startOf(scope.from())).and(at.lt(startOf(scope.to().plusMonths(1))));
  }

  private static Instant startOf(YearMonth month) {
    return LocalCalendar.startOf(month.atDay(1));
  }

  private static Condition place(Field<Id> owner, Field<String> material, MetricsScope scope) {
    List<Condition> conditions = new ArrayList<>();
    if (scope.organisationId() != null) {
      conditions.add(owner.eq(scope.organisationId()));
    }
    if (scope.adcode() != null) {
      conditions.add(IDENTITY_SITE.ADCODE.startsWith(scope.adcode()));
    }
    if (scope.materialKey() != null) {
      conditions.add(material.eq(scope.materialKey()));
    }
    return DSL.and(conditions);
  }

  /// The day in China Standard Time, which has no daylight saving, as `YYYY-MM-DD`.
  private static Field<String> dayOf(Field<Instant> at) {
    return DSL.field(
        "date_format(date_add({0}, interval {1} hour), '%Y-%m-%d')",
        String.class, at, DSL.inline(CHINA_OFFSET_HOURS));
  }

  private static Field<String> noText() {
    return DSL.castNull(SQLDataType.VARCHAR(20));
  }

  private static Field<Id> noId() {
    return DSL.castNull(LISTING_LOT.ID.getDataType());
  }

  private static <T> Field<T> column(String name, Field<T> like) {
    return DSL.field(DSL.name(NAME, name), like.getDataType());
  }
}
