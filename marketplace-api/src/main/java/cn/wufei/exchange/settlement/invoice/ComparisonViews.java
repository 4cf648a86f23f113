package cn.wufei.exchange.settlement.invoice;

import static cn.wufei.exchange.db.Tables.SETTLEMENT_INVOICE;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_INVOICE_STATEMENT;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_LINE;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_STATEMENT;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.settlement.statement.LineKind;
import cn.wufei.exchange.settlement.statement.StatementStatus;
import cn.wufei.exchange.transfer.Loads;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads what tickets, statements and invoices say of a month.
@Singleton
@Connectable
class ComparisonViews {

  /// Agreements of one organisation with receipts in one month.
  private static final int AGREEMENTS_MAX = 500;

  private final DSLContext sql;
  private final Loads loads;
  private final Organisations organisations;
  private final Agreements agreements;

  ComparisonViews(DSLContext sql, Loads loads, Organisations organisations, Agreements agreements) {
    this.sql = sql;
    this.loads = loads;
    this.organisations = organisations;
    this.agreements = agreements;
  }

  Comparison of(Caller caller, YearMonth month) {
    Id own = caller.organisationId();
    List<Loads.Received> tickets =
        loads.receivedByAgreement(
            own,
            LocalCalendar.startOf(month.atDay(1)),
            LocalCalendar.startOf(month.plusMonths(1).atDay(1)),
            AGREEMENTS_MAX);
    Map<Id, Stated> stated = stated(own, month);
    Map<Id, Agreement> terms =
        agreements.findAll(tickets.stream().map(Loads.Received::agreementId).toList());
    List<PairSums> pairs = pairs(own, month);
    Map<Id, OrganisationRef> names =
        organisations.findAll(
            Stream.concat(
                    tickets.stream().flatMap(row -> Stream.of(row.sellerId(), row.buyerId())),
                    pairs.stream().flatMap(row -> Stream.of(row.seller(), row.buyer())))
                .collect(Collectors.toSet()));
    return new Comparison(
        month.toString(),
        tickets.stream()
            .map(row ->
                byAgreement(
                    row,
                    Objects.requireNonNull(terms.get(row.agreementId())),
                    stated.getOrDefault(row.agreementId(), Stated.NOTHING),
                    names))
            .toList(),
        pairs.stream()
            .map(row ->
                new Comparison.ByPair(
                    Objects.requireNonNull(names.get(row.seller())),
                    Objects.requireNonNull(names.get(row.buyer())),
                    row.statedFen(),
                    row.invoicedFen(),
                    row.statedFen() - row.invoicedFen()))
            .toList());
  }

  private static Comparison.ByAgreement byAgreement(
      Loads.Received row, Agreement agreement, Stated stated, Map<Id, OrganisationRef> names) {
    return new Comparison.ByAgreement(
        row.agreementId(),
        row.agreementNumber(),
        row.materialKey(),
        agreement.freightInvoice(),
        agreement.freightInvoice() == null ? null : agreement.freightYuanPerT(),
        Objects.requireNonNull(names.get(row.sellerId())),
        Objects.requireNonNull(names.get(row.buyerId())),
        row.loads(),
        row.acceptedKg(),
        row.settledKg(),
        row.unstatedLoads(),
        stated.openLoads(),
        stated.loads(),
        stated.acceptedKg(),
        stated.settledKg(),
        stated.fen());
  }

  /// Lines by the day on which their load was received, whatever month their statement names.
  private Map<Id, Stated> stated(Id own, YearMonth month) {
    Condition agreed = SETTLEMENT_STATEMENT.STATUS.eq(StatementStatus.AGREED.code());
    Condition aLoad = SETTLEMENT_LINE.KIND.eq(LineKind.LOAD.code());
    return sql.select(
            SETTLEMENT_LINE.AGREEMENT_ID,
            sumWhere(agreed.not().and(aLoad), DSL.inline(1L)),
            sumWhere(agreed.and(aLoad), DSL.inline(1L)),
            sumWhere(agreed, SETTLEMENT_LINE.ACCEPTED_KG),
            sumWhere(agreed, SETTLEMENT_LINE.SETTLED_KG),
            sumWhere(
                agreed,
                SETTLEMENT_LINE
                    .AMOUNT_FEN
                    .plus(SETTLEMENT_LINE.FREIGHT_FEN)
                    .plus(SETTLEMENT_LINE.LOADING_FEN)))
        .from(SETTLEMENT_LINE)
        .join(SETTLEMENT_STATEMENT)
        .on(SETTLEMENT_STATEMENT.ID.eq(SETTLEMENT_LINE.STATEMENT_ID))
        .where(SETTLEMENT_STATEMENT.SELLER_ID.eq(own).or(SETTLEMENT_STATEMENT.BUYER_ID.eq(own)))
        .and(SETTLEMENT_STATEMENT.STATUS.ne(StatementStatus.WITHDRAWN.code()))
        .and(SETTLEMENT_LINE.RECEIVED_ON.between(month.atDay(1), month.atEndOfMonth()))
        .groupBy(SETTLEMENT_LINE.AGREEMENT_ID)
        .fetchMap(
            row -> row.value1(),
            row ->
                new Stated(
                    whole(row.value2()),
                    whole(row.value3()),
                    whole(row.value4()),
                    whole(row.value5()),
                    whole(row.value6())));
  }

  private List<PairSums> pairs(Id own, YearMonth month) {
    LocalDate start = month.atDay(1);
    Condition agreed =
        SETTLEMENT_STATEMENT
            .SELLER_ID
            .eq(own)
            .or(SETTLEMENT_STATEMENT.BUYER_ID.eq(own))
            .and(SETTLEMENT_STATEMENT.STATUS.eq(StatementStatus.AGREED.code()))
            .and(SETTLEMENT_STATEMENT.MONTH_STARTS_ON.eq(start));
    Map<List<Id>, Long> invoiced = new LinkedHashMap<>();
    sql.select(
            SETTLEMENT_STATEMENT.SELLER_ID,
            SETTLEMENT_STATEMENT.BUYER_ID,
            DSL.sum(
                DSL.when(
                        SETTLEMENT_INVOICE.ISSUER_ID.eq(SETTLEMENT_STATEMENT.SELLER_ID),
                        SETTLEMENT_INVOICE_STATEMENT.GROSS_FEN)
                    .otherwise(SETTLEMENT_INVOICE_STATEMENT.GROSS_FEN.neg())))
        .from(SETTLEMENT_INVOICE_STATEMENT)
        .join(SETTLEMENT_INVOICE)
        .on(SETTLEMENT_INVOICE.ID.eq(SETTLEMENT_INVOICE_STATEMENT.INVOICE_ID))
        .join(SETTLEMENT_STATEMENT)
        .on(SETTLEMENT_STATEMENT.ID.eq(SETTLEMENT_INVOICE_STATEMENT.STATEMENT_ID))
        .where(agreed)
        .and(SETTLEMENT_INVOICE.WITHDRAWN_AT.isNull())
        .groupBy(SETTLEMENT_STATEMENT.SELLER_ID, SETTLEMENT_STATEMENT.BUYER_ID)
        .forEach(row -> invoiced.put(List.of(row.value1(), row.value2()), whole(row.value3())));
    List<PairSums> pairs = new ArrayList<>();
    sql.select(
            SETTLEMENT_STATEMENT.SELLER_ID,
            SETTLEMENT_STATEMENT.BUYER_ID,
            DSL.sum(SETTLEMENT_STATEMENT.GROSS_FEN))
        .from(SETTLEMENT_STATEMENT)
        .where(agreed)
        .groupBy(SETTLEMENT_STATEMENT.SELLER_ID, SETTLEMENT_STATEMENT.BUYER_ID)
        .orderBy(SETTLEMENT_STATEMENT.SELLER_ID, SETTLEMENT_STATEMENT.BUYER_ID)
        .forEach(row ->
            pairs.add(
                new PairSums(
                    row.value1(),
                    row.value2(),
                    whole(row.value3()),
                    invoiced.getOrDefault(List.of(row.value1(), row.value2()), 0L))));
    return pairs;
  }

  private static Field<BigDecimal> sumWhere(Condition condition, Field<Long> value) {
    return DSL.sum(DSL.when(condition, value).otherwise(DSL.inline(0L)));
  }

  private static long whole(@Nullable BigDecimal sum) {
    return sum == null ? 0 : sum.longValueExact();
  }

  /// What lines say of one agreement.
  private record Stated(long openLoads, long loads, long acceptedKg, long settledKg, long fen) {

    static final Stated NOTHING = new Stated(0, 0, 0, 0, 0);
  }

  /// What statements and invoices say of one pair.
  private record PairSums(Id seller, Id buyer, long statedFen, long invoicedFen) {}
}
