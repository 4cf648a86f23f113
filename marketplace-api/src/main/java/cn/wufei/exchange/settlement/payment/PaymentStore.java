package cn.wufei.exchange.settlement.payment;

import static cn.wufei.exchange.db.Tables.SETTLEMENT_PAYMENT;

import cn.wufei.exchange.db.tables.records.SettlementPaymentRecord;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Payments as rows.
@Singleton
@Connectable
class PaymentStore {

  private final DSLContext sql;

  PaymentStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable PaymentRow find(Id id) {
    return sql.selectFrom(SETTLEMENT_PAYMENT)
        .where(SETTLEMENT_PAYMENT.ID.eq(id))
        .fetchOne(PaymentStore::payment);
  }

  /// The payment, held until the transaction ends.
  @Nullable PaymentRow lockPayment(Id id) {
    return sql.selectFrom(SETTLEMENT_PAYMENT)
        .where(SETTLEMENT_PAYMENT.ID.eq(id))
        .forUpdate()
        .fetchOne(PaymentStore::payment);
  }

  /// The payment of that reference that counts.
  @Nullable PaymentRow findByReference(Id payer, Id payee, String reference) {
    return sql.selectFrom(SETTLEMENT_PAYMENT)
        .where(SETTLEMENT_PAYMENT.PAYER_ID.eq(payer))
        .and(SETTLEMENT_PAYMENT.PAYEE_ID.eq(payee))
        .and(SETTLEMENT_PAYMENT.LIVE_BANK_REFERENCE.eq(reference))
        .fetchOne(PaymentStore::payment);
  }

  /// The payments of the caller's organisation in both directions, newest first.
  List<PaymentRow> page(
      Caller caller, @Nullable PaymentStatus status, @Nullable Id before, int limit) {
    Id own = caller.organisationId();
    return sql.selectFrom(SETTLEMENT_PAYMENT)
        .where(SETTLEMENT_PAYMENT.PAYER_ID.eq(own).or(SETTLEMENT_PAYMENT.PAYEE_ID.eq(own)))
        .and(status == null ? DSL.noCondition() : SETTLEMENT_PAYMENT.STATUS.eq(status.code()))
        .and(before == null ? DSL.noCondition() : SETTLEMENT_PAYMENT.ID.lt(before))
        .orderBy(SETTLEMENT_PAYMENT.ID.desc())
        .limit(limit)
        .fetch(PaymentStore::payment);
  }

  int waitingFor(Id payee) {
    return sql.fetchCount(SETTLEMENT_PAYMENT, waiting(payee));
  }

  /// The same, the oldest first.
  List<PaymentRow> pageWaiting(Id payee, @Nullable Id after, int limit) {
    return sql.selectFrom(SETTLEMENT_PAYMENT)
        .where(waiting(payee))
        .and(after == null ? DSL.noCondition() : SETTLEMENT_PAYMENT.ID.gt(after))
        .orderBy(SETTLEMENT_PAYMENT.ID)
        .limit(limit)
        .fetch(PaymentStore::payment);
  }

  private static Condition waiting(Id payee) {
    return SETTLEMENT_PAYMENT
        .PAYEE_ID
        .eq(payee)
        .and(SETTLEMENT_PAYMENT.STATUS.eq(PaymentStatus.RECORDED.code()));
  }

  void insert(PaymentRow payment) {
    sql.executeInsert(record(payment));
  }

  /// Writes how a payment that is held was answered.
  void update(PaymentRow payment) {
    sql.executeUpdate(record(payment));
  }

  private static PaymentRow payment(SettlementPaymentRecord row) {
    return new PaymentRow(
        row.getId(),
        row.getNumber(),
        row.getVersion(),
        PaymentStatus.ofCode(row.getStatus()),
        row.getPayerId(),
        row.getPayeeId(),
        PaymentPurpose.ofCode(row.getPurpose()),
        row.getAmountFen(),
        row.getPaidOn(),
        row.getBankReference(),
        row.getNote(),
        row.getSettledFen(),
        row.getPrepaidFen(),
        row.getRecordedAt(),
        row.getAnsweredAt(),
        row.getRejectionReason());
  }

  private static SettlementPaymentRecord record(PaymentRow payment) {
    var row = new SettlementPaymentRecord();
    row.setId(payment.id());
    row.setNumber(payment.number());
    row.setVersion(payment.version());
    row.setStatus(payment.status().code());
    row.setPayerId(payment.payerId());
    row.setPayeeId(payment.payeeId());
    row.setPurpose(payment.purpose().code());
    row.setAmountFen(payment.amountFen());
    row.setPaidOn(payment.paidOn());
    row.setBankReference(payment.bankReference());
    row.setLiveBankReference(payment.status().counts() ? payment.bankReference() : null);
    row.setNote(payment.note());
    row.setSettledFen(payment.settledFen());
    row.setPrepaidFen(payment.prepaidFen());
    row.setRecordedAt(payment.recordedAt());
    row.setAnsweredAt(payment.answeredAt());
    row.setRejectionReason(payment.rejectionReason());
    return row;
  }
}
