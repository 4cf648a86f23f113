package cn.wufei.exchange.settlement.invoice;

import static cn.wufei.exchange.db.Tables.SETTLEMENT_INVOICE;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_INVOICE_STATEMENT;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_LINE;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_STATEMENT;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.settlement.statement.LineKind;
import cn.wufei.exchange.settlement.statement.StatementStatus;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads what the caller's organisation bought by agreed statements. Relief of value added tax for
/// buyers of recycled inputs (财政部 税务总局公告 2021年第40号) asks for purchase documents and a ledger;
/// whether a purchase qualifies is for the tax office to say.
@Singleton
@Connectable
class PurchaseViews {

  private static final int ROWS_AT_ONCE = 1_000;

  private final DSLContext sql;
  private final Organisations organisations;
  private final Catalog catalog;

  PurchaseViews(DSLContext sql, Organisations organisations, Catalog catalog) {
    this.sql = sql;
    this.organisations = organisations;
    this.catalog = catalog;
  }

  /// All of a month, which trucks bound: read in parts, so that no single answer is large.
  List<Purchase> all(Caller caller, YearMonth month) {
    List<Purchase> all = new ArrayList<>();
    List<Purchase> part = of(caller, month, null, ROWS_AT_ONCE);
    while (!part.isEmpty()) {
      all.addAll(part);
      part = of(caller, month, part.getLast().lineId(), ROWS_AT_ONCE);
    }
    return all;
  }

  /// In the order in which the lines were stated.
  List<Purchase> of(Caller caller, YearMonth month, @Nullable Id after, int limit) {
    Result<? extends Record> rows =
        sql.select(SETTLEMENT_LINE.fields())
            .select(SETTLEMENT_STATEMENT.SELLER_ID, SETTLEMENT_STATEMENT.NUMBER)
            .from(SETTLEMENT_LINE)
            .join(SETTLEMENT_STATEMENT)
            .on(SETTLEMENT_STATEMENT.ID.eq(SETTLEMENT_LINE.STATEMENT_ID))
            .where(SETTLEMENT_STATEMENT.BUYER_ID.eq(caller.organisationId()))
            .and(SETTLEMENT_STATEMENT.STATUS.eq(StatementStatus.AGREED.code()))
            .and(SETTLEMENT_LINE.RECEIVED_ON.between(month.atDay(1), month.atEndOfMonth()))
            .and(after == null ? DSL.noCondition() : SETTLEMENT_LINE.ID.gt(after))
            .orderBy(SETTLEMENT_LINE.ID)
            .limit(limit)
            .fetch();
    Map<Id, OrganisationRef> suppliers =
        organisations.findAll(rows.intoSet(SETTLEMENT_STATEMENT.SELLER_ID));
    Map<Id, List<String>> invoices = invoices(rows.intoSet(SETTLEMENT_LINE.STATEMENT_ID));
    return rows.stream()
        .map(row ->
            purchase(
                row,
                Objects.requireNonNull(suppliers.get(row.get(SETTLEMENT_STATEMENT.SELLER_ID))),
                invoices.getOrDefault(row.get(SETTLEMENT_LINE.STATEMENT_ID), List.of())))
        .toList();
  }

  private Map<Id, List<String>> invoices(Set<Id> statements) {
    return sql.select(SETTLEMENT_INVOICE_STATEMENT.STATEMENT_ID, SETTLEMENT_INVOICE.NUMBER)
        .from(SETTLEMENT_INVOICE_STATEMENT)
        .join(SETTLEMENT_INVOICE)
        .on(SETTLEMENT_INVOICE.ID.eq(SETTLEMENT_INVOICE_STATEMENT.INVOICE_ID))
        .where(SETTLEMENT_INVOICE_STATEMENT.STATEMENT_ID.in(statements))
        .and(SETTLEMENT_INVOICE.WITHDRAWN_AT.isNull())
        .orderBy(SETTLEMENT_INVOICE.ID)
        .fetchGroups(SETTLEMENT_INVOICE_STATEMENT.STATEMENT_ID, SETTLEMENT_INVOICE.NUMBER);
  }

  private Purchase purchase(Record row, OrganisationRef supplier, List<String> invoices) {
    String material = row.get(SETTLEMENT_LINE.MATERIAL_KEY);
    return new Purchase(
        row.get(SETTLEMENT_LINE.ID),
        row.get(SETTLEMENT_LINE.RECEIVED_ON),
        supplier,
        material,
        catalog.vatEligibility(material),
        LineKind.valueOf(row.get(SETTLEMENT_LINE.KIND).toUpperCase(Locale.ROOT)),
        row.get(SETTLEMENT_LINE.LOAD_NUMBER),
        row.get(SETTLEMENT_LINE.DESTINATION_TICKET),
        row.get(SETTLEMENT_LINE.ACCEPTED_KG),
        row.get(SETTLEMENT_LINE.SETTLED_KG),
        row.get(SETTLEMENT_LINE.AMOUNT_FEN) + row.get(SETTLEMENT_LINE.LOADING_FEN),
        row.get(SETTLEMENT_LINE.STATEMENT_ID),
        row.get(SETTLEMENT_STATEMENT.NUMBER),
        invoices);
  }
}
