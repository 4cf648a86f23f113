package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// The payments and deposits of the organisation in both directions.
@Factory
class PaymentTables {

  @Singleton
  ExportTable<Payment> payments(PaymentStore store, SeePayments see) {
    return new OwnTable<>(
        new ExportTable.Title(650, "payments", "付款", "Payments"),
        new Columns<Payment>()
            .id("id", "标识", "Id", Payment::id)
            .text("number", "编号", "Number", Payment::number)
            .text("status", "状态", "Status", payment -> payment.status().code())
            .id("payerId", "付款方标识", "Payer id", payment -> payment.payer().id())
            .text("payer", "付款方", "Payer", payment -> payment.payer().name())
            .id("payeeId", "收款方标识", "Payee id", payment -> payment.payee().id())
            .text("payee", "收款方", "Payee", payment -> payment.payee().name())
            .text("purpose", "用途", "Purpose", payment -> payment.purpose().code())
            .yuan("amount", "金额", "Amount", Payment::amountFen)
            .day("paidOn", "付款日期", "Paid on", Payment::paidOn)
            .text("bankReference", "银行流水号", "Bank reference", Payment::bankReference)
            .yuan("settled", "已结清", "Settled dues", Payment::settledFen)
            .yuan("prepaid", "转预付", "Paid ahead", Payment::prepaidFen)
            .text("note", "备注", "Note", Payment::note)
            .time("recordedAt", "录入时间", "Recorded", Payment::recordedAt)
            .time("answeredAt", "答复时间", "Answered", Payment::answeredAt)
            .text("rejectionReason", "退回原因", "Reason of rejection", Payment::rejectionReason),
        OwnTable.pieces(
            (caller, before, limit) -> see.views(store.page(caller, null, before, limit)),
            Payment::id));
  }

  @Singleton
  ExportTable<Deposit> deposits(DepositStore store, SeeDeposits see) {
    return new OwnTable<>(
        new ExportTable.Title(660, "deposits", "保证金", "Deposits"),
        new Columns<Deposit>()
            .id("id", "标识", "Id", Deposit::id)
            .text("status", "状态", "Status", deposit -> deposit.status().code())
            .id("agreementId", "协议标识", "Agreement id", Deposit::agreementId)
            .text("agreementNumber", "协议编号", "Agreement", Deposit::agreementNumber)
            .id("lodgerId", "缴纳方标识", "Lodger id", deposit -> deposit.lodger().id())
            .text("lodger", "缴纳方", "Lodger", deposit -> deposit.lodger().name())
            .id("holderId", "持有方标识", "Holder id", deposit -> deposit.holder().id())
            .text("holder", "持有方", "Holder", deposit -> deposit.holder().name())
            .yuan("amount", "金额", "Amount", Deposit::amountFen)
            .yuan("held", "在持金额", "Held", Deposit::heldFen)
            .day("lodgedOn", "缴纳日期", "Lodged on", Deposit::lodgedOn)
            .text("bankReference", "银行流水号", "Bank reference", Deposit::bankReference)
            .time("recordedAt", "录入时间", "Recorded", Deposit::recordedAt)
            .time("answeredAt", "答复时间", "Answered", Deposit::answeredAt)
            .text("rejectionReason", "退回原因", "Reason of rejection", Deposit::rejectionReason),
        OwnTable.pieces(before(store, see), Deposit::id));
  }

  /// A move and the deposit that it is a part of.
  record Moved(Deposit deposit, DepositMove move) {}

  @Singleton
  ExportTable<Moved> depositMoves(DepositStore store, SeeDeposits see) {
    return new OwnTable<>(
        new ExportTable.Title(670, "deposit-moves", "保证金：处理", "Deposits: moves"),
        new Columns<Moved>()
            .id("id", "标识", "Id", row -> row.move().id())
            .id("depositId", "保证金标识", "Deposit id", row -> row.deposit().id())
            .text("kind", "类型", "Kind", row -> row.move().kind().code())
            .text("status", "状态", "Status", PaymentTables::status)
            .yuan("amount", "金额", "Amount", row -> row.move().amountFen())
            .day("occurredOn", "日期", "Occurred on", row -> row.move().occurredOn())
            .text("bankReference", "银行流水号", "Bank reference", row -> row.move().bankReference())
            .text("reason", "原因", "Reason", row -> row.move().reason())
            .time("recordedAt", "录入时间", "Recorded", row -> row.move().recordedAt())
            .time("answeredAt", "答复时间", "Answered", row -> row.move().answeredAt())
            .text(
                "rejectionReason",
                "退回原因",
                "Reason of rejection",
                row -> row.move().rejectionReason()),
        OwnTable.partsOf(
            before(store, see),
            Deposit::id,
            deposit -> deposit.moves().stream().map(move -> new Moved(deposit, move)).toList()));
  }

  private static OwnTable.Piece<Deposit> before(DepositStore store, SeeDeposits see) {
    return (caller, before, limit) -> see.views(store.page(caller, null, before, limit));
  }

  private static @Nullable String status(Moved row) {
    PaymentStatus status = row.move().status();
    return status == null ? null : status.code();
  }
}
