package cn.wufei.exchange.settlement.invoice;

import static cn.wufei.exchange.db.Tables.SETTLEMENT_INVOICE;
import static cn.wufei.exchange.db.Tables.SETTLEMENT_INVOICE_STATEMENT;

import cn.wufei.exchange.db.tables.records.SettlementInvoiceRecord;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Invoices as rows.
@Singleton
@Connectable
class InvoiceStore {

  private final DSLContext sql;

  InvoiceStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable InvoiceRow find(Id id) {
    return sql.selectFrom(SETTLEMENT_INVOICE)
        .where(SETTLEMENT_INVOICE.ID.eq(id))
        .fetchOne(InvoiceStore::invoice);
  }

  /// The invoice, held until the transaction ends.
  @Nullable InvoiceRow lockInvoice(Id id) {
    return sql.selectFrom(SETTLEMENT_INVOICE)
        .where(SETTLEMENT_INVOICE.ID.eq(id))
        .forUpdate()
        .fetchOne(InvoiceStore::invoice);
  }

  /// Whether an invoice of that number counts.
  boolean isRecorded(Id issuer, String uniqueNumber) {
    return sql.fetchExists(
        SETTLEMENT_INVOICE,
        SETTLEMENT_INVOICE
            .ISSUER_ID
            .eq(issuer)
            .and(SETTLEMENT_INVOICE.LIVE_UNIQUE_NUMBER.eq(uniqueNumber)));
  }

  /// What red-letter invoices that count took back of one, as a negative amount.
  long reversedFen(Id original) {
    BigDecimal sum =
        sql.select(DSL.sum(SETTLEMENT_INVOICE.GROSS_FEN))
            .from(SETTLEMENT_INVOICE)
            .where(SETTLEMENT_INVOICE.REVERSES_ID.eq(original))
            .and(SETTLEMENT_INVOICE.WITHDRAWN_AT.isNull())
            .fetchOneInto(BigDecimal.class);
    return sum == null ? 0 : sum.longValueExact();
  }

  List<InvoiceRow> findAll(Collection<Id> ids) {
    return sql.selectFrom(SETTLEMENT_INVOICE)
        .where(SETTLEMENT_INVOICE.ID.in(ids))
        .fetch(InvoiceStore::invoice);
  }

  /// The invoices that the caller's organisation issued or received, newest first.
  List<InvoiceRow> page(Caller caller, @Nullable Id statement, @Nullable Id before, int limit) {
    Id own = caller.organisationId();
    return sql.selectFrom(SETTLEMENT_INVOICE)
        .where(SETTLEMENT_INVOICE.ISSUER_ID.eq(own).or(SETTLEMENT_INVOICE.RECEIVER_ID.eq(own)))
        .and(
            statement == null
                ? DSL.noCondition()
                : SETTLEMENT_INVOICE.ID.in(
                    sql.select(SETTLEMENT_INVOICE_STATEMENT.INVOICE_ID)
                        .from(SETTLEMENT_INVOICE_STATEMENT)
                        .where(SETTLEMENT_INVOICE_STATEMENT.STATEMENT_ID.eq(statement))))
        .and(before == null ? DSL.noCondition() : SETTLEMENT_INVOICE.ID.lt(before))
        .orderBy(SETTLEMENT_INVOICE.ID.desc())
        .limit(limit)
        .fetch(InvoiceStore::invoice);
  }

  Map<Id, List<InvoiceDraft.Part>> parts(Collection<Id> invoices) {
    Map<Id, List<InvoiceDraft.Part>> parts = new LinkedHashMap<>();
    sql.selectFrom(SETTLEMENT_INVOICE_STATEMENT)
        .where(SETTLEMENT_INVOICE_STATEMENT.INVOICE_ID.in(invoices))
        .orderBy(SETTLEMENT_INVOICE_STATEMENT.STATEMENT_ID)
        .forEach(row ->
            parts
                .computeIfAbsent(row.getInvoiceId(), _ -> new ArrayList<>())
                .add(new InvoiceDraft.Part(row.getStatementId(), row.getGrossFen())));
    return parts;
  }

  void insert(InvoiceRow invoice, List<InvoiceDraft.Part> parts) {
    var row = new SettlementInvoiceRecord();
    row.setId(invoice.id());
    row.setVersion(invoice.version());
    row.setIssuerId(invoice.issuerId());
    row.setReceiverId(invoice.receiverId());
    row.setRecordedById(invoice.recordedById());
    row.setKind(invoice.kind().code());
    row.setCode(invoice.code());
    row.setNumber(invoice.number());
    row.setUniqueNumber(invoice.uniqueNumber());
    row.setLiveUniqueNumber(invoice.uniqueNumber());
    row.setIssuedOn(invoice.issuedOn());
    row.setNetFen(invoice.netFen());
    row.setVatRateBp(invoice.vatRateBp());
    row.setVatFen(invoice.vatFen());
    row.setGrossFen(invoice.grossFen());
    row.setReversesId(invoice.reversesId());
    row.setRecordedAt(invoice.recordedAt());
    sql.executeInsert(row);
    for (InvoiceDraft.Part part : parts) {
      sql.insertInto(SETTLEMENT_INVOICE_STATEMENT)
          .set(SETTLEMENT_INVOICE_STATEMENT.INVOICE_ID, invoice.id())
          .set(SETTLEMENT_INVOICE_STATEMENT.STATEMENT_ID, part.statementId())
          .set(SETTLEMENT_INVOICE_STATEMENT.GROSS_FEN, part.grossFen())
          .execute();
    }
  }

  /// Writes that an invoice that is held counts no more; its number may be recorded again.
  void withdraw(InvoiceRow invoice) {
    sql.update(SETTLEMENT_INVOICE)
        .set(SETTLEMENT_INVOICE.VERSION, invoice.version())
        .set(SETTLEMENT_INVOICE.WITHDRAWN_AT, invoice.withdrawnAt())
        .setNull(SETTLEMENT_INVOICE.LIVE_UNIQUE_NUMBER)
        .where(SETTLEMENT_INVOICE.ID.eq(invoice.id()))
        .execute();
  }

  private static InvoiceRow invoice(SettlementInvoiceRecord row) {
    return new InvoiceRow(
        row.getId(),
        row.getVersion(),
        row.getIssuerId(),
        row.getReceiverId(),
        row.getRecordedById(),
        InvoiceKind.ofCode(row.getKind()),
        row.getCode(),
        row.getNumber(),
        row.getUniqueNumber(),
        row.getIssuedOn(),
        row.getNetFen(),
        row.getVatRateBp(),
        row.getVatFen(),
        row.getGrossFen(),
        row.getReversesId(),
        row.getRecordedAt(),
        row.getWithdrawnAt());
  }
}
