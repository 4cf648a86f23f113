package cn.wufei.exchange.tender;

import static cn.wufei.exchange.db.Tables.TENDER_DEPOSIT;

import cn.wufei.exchange.db.tables.records.TenderDepositRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Deposits for tenders as rows. Who changes one holds its tender ([TenderStore#lockTender]).
@Singleton
@Connectable
class TenderDepositStore {

  private final DSLContext sql;

  TenderDepositStore(DSLContext sql) {
    this.sql = sql;
  }

  /// By tender, in the order in which they were recorded.
  Map<Id, List<TenderDepositRow>> ofTenders(Collection<Id> tenders) {
    return tenders.isEmpty()
        ? Map.of()
        : sql.selectFrom(TENDER_DEPOSIT)
            .where(TENDER_DEPOSIT.TENDER_ID.in(tenders))
            .orderBy(TENDER_DEPOSIT.TENDER_ID, TENDER_DEPOSIT.ID)
            .fetchGroups(TENDER_DEPOSIT.TENDER_ID, TenderDepositStore::deposit);
  }

  /// Those that a seller has in a state.
  List<TenderDepositRow> ofHolder(Id holder, TenderDepositStatus status) {
    return sql.selectFrom(TENDER_DEPOSIT)
        .where(TENDER_DEPOSIT.HOLDER_ID.eq(holder))
        .and(TENDER_DEPOSIT.STATUS.eq(status.code()))
        .orderBy(TENDER_DEPOSIT.ID)
        .fetch(TenderDepositStore::deposit);
  }

  /// Those that an organisation paid or holds, newest first.
  List<TenderDepositRow> pageOf(Id party, @Nullable Id before, int limit) {
    return sql.selectFrom(TENDER_DEPOSIT)
        .where(TENDER_DEPOSIT.PAYER_ID.eq(party).or(TENDER_DEPOSIT.HOLDER_ID.eq(party)))
        .and(before == null ? DSL.noCondition() : TENDER_DEPOSIT.ID.lt(before))
        .orderBy(TENDER_DEPOSIT.ID.desc())
        .limit(limit)
        .fetch(TenderDepositStore::deposit);
  }

  void insert(TenderDepositRow deposit) {
    sql.insertInto(TENDER_DEPOSIT)
        .set(TENDER_DEPOSIT.ID, deposit.id())
        .set(TENDER_DEPOSIT.VERSION, deposit.version())
        .set(TENDER_DEPOSIT.STATUS, deposit.status().code())
        .set(TENDER_DEPOSIT.TENDER_ID, deposit.tenderId())
        .set(TENDER_DEPOSIT.PAYER_ID, deposit.payerId())
        .set(TENDER_DEPOSIT.LIVE_PAYER_ID, deposit.payerId())
        .set(TENDER_DEPOSIT.HOLDER_ID, deposit.holderId())
        .set(TENDER_DEPOSIT.AMOUNT_FEN, deposit.amountFen())
        .set(TENDER_DEPOSIT.BANK_REFERENCE, deposit.bankReference())
        .set(TENDER_DEPOSIT.PAID_ON, deposit.paidOn())
        .set(TENDER_DEPOSIT.RECORDED_AT, deposit.recordedAt())
        .execute();
  }

  void update(TenderDepositRow deposit) {
    sql.update(TENDER_DEPOSIT)
        .set(TENDER_DEPOSIT.VERSION, deposit.version())
        .set(TENDER_DEPOSIT.STATUS, deposit.status().code())
        .set(
            TENDER_DEPOSIT.LIVE_PAYER_ID,
            deposit.status() == TenderDepositStatus.REJECTED ? null : deposit.payerId())
        .set(TENDER_DEPOSIT.ANSWERED_AT, deposit.answeredAt())
        .set(TENDER_DEPOSIT.REJECTION_REASON, deposit.rejectionReason())
        .set(TENDER_DEPOSIT.RETURNED_AT, deposit.returnedAt())
        .set(TENDER_DEPOSIT.RELEASE_REFERENCE, deposit.releaseReference())
        .set(TENDER_DEPOSIT.RELEASED_ON, deposit.releasedOn())
        .set(TENDER_DEPOSIT.FORFEIT_REASON, deposit.forfeitReason())
        .where(TENDER_DEPOSIT.ID.eq(deposit.id()))
        .execute();
  }

  private static TenderDepositRow deposit(TenderDepositRecord row) {
    return new TenderDepositRow(
        row.getId(),
        row.getVersion(),
        TenderDepositStatus.ofCode(row.getStatus()),
        row.getTenderId(),
        row.getPayerId(),
        row.getHolderId(),
        row.getAmountFen(),
        row.getBankReference(),
        row.getPaidOn(),
        row.getRecordedAt(),
        row.getAnsweredAt(),
        row.getRejectionReason(),
        row.getReturnedAt(),
        row.getReleaseReference(),
        row.getReleasedOn(),
        row.getForfeitReason());
  }
}
