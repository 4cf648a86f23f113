package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.LedgerAccount;
import cn.wufei.exchange.db.tables.LedgerTransfer;
import cn.wufei.exchange.db.tables.records.LedgerAccountRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads what stands in the ledger and what it moved.
@Singleton
@Connectable
class ReversalStore {

  private static final LedgerAccount DEBIT = LEDGER_ACCOUNT.as("debit");
  private static final LedgerAccount CREDIT = LEDGER_ACCOUNT.as("credit");
  private static final LedgerTransfer REVERSAL = LEDGER_TRANSFER.as("reversal");

  private final DSLContext sql;

  ReversalStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Those of the transfers that were taken back.
  Set<Id> reversed(Collection<Id> transfers) {
    return sql.select(LEDGER_TRANSFER.REVERSES_ID)
        .from(LEDGER_TRANSFER)
        .where(LEDGER_TRANSFER.REVERSES_ID.in(transfers))
        .fetchSet(LEDGER_TRANSFER.REVERSES_ID);
  }

  boolean isReversed(Id transfer) {
    return sql.fetchExists(
        sql.selectOne().from(LEDGER_TRANSFER).where(LEDGER_TRANSFER.REVERSES_ID.eq(transfer)));
  }

  /// The transfer of that kind that stands for the subject.
  @Nullable PostedFact standing(Id subject, TransferKind kind) {
    return sql.selectFrom(LEDGER_TRANSFER)
        .where(LEDGER_TRANSFER.SUBJECT_ID.eq(subject))
        .and(LEDGER_TRANSFER.KIND.eq(kind.code()))
        .and(stands())
        .orderBy(LEDGER_TRANSFER.ID.desc())
        .limit(1)
        .fetchOne(row ->
            new PostedFact(
                row.getId(),
                TransferKind.ofCode(row.getKind()),
                row.getOrganisationId(),
                row.getSubjectId(),
                row.getOccurredAt()));
  }

  /// When that happened which was last told of the subject or taken back.
  @Nullable Instant lastOccurredAt(Id subject) {
    return sql.select(LEDGER_TRANSFER.OCCURRED_AT)
        .from(LEDGER_TRANSFER)
        .where(LEDGER_TRANSFER.SUBJECT_ID.eq(subject))
        .orderBy(LEDGER_TRANSFER.ID.desc())
        .limit(1)
        .fetchOne(LEDGER_TRANSFER.OCCURRED_AT);
  }

  /// The transfers of that kind of the subject, taken back or not, in the order of telling.
  List<Id> told(Id subject, TransferKind kind) {
    return sql.select(LEDGER_TRANSFER.ID)
        .from(LEDGER_TRANSFER)
        .where(LEDGER_TRANSFER.SUBJECT_ID.eq(subject))
        .and(LEDGER_TRANSFER.KIND.eq(kind.code()))
        .orderBy(LEDGER_TRANSFER.ID)
        .fetch(LEDGER_TRANSFER.ID);
  }

  List<Move> movesOf(Id transfer) {
    return sql.select(DEBIT.fields())
        .select(CREDIT.fields())
        .select(LEDGER_POSTING.AMOUNT)
        .from(LEDGER_POSTING)
        .join(DEBIT)
        .on(DEBIT.ID.eq(LEDGER_POSTING.DEBIT_ACCOUNT_ID))
        .join(CREDIT)
        .on(CREDIT.ID.eq(LEDGER_POSTING.CREDIT_ACCOUNT_ID))
        .where(LEDGER_POSTING.TRANSFER_ID.eq(transfer))
        .orderBy(LEDGER_POSTING.LINE)
        .fetch(row ->
            new Move(key(row.into(CREDIT)), key(row.into(DEBIT)), row.get(LEDGER_POSTING.AMOUNT)));
  }

  /// The last transfer that stands and took something out of the account.
  @Nullable PostedFact lastDraw(AccountKey account) {
    return sql.select(LEDGER_TRANSFER.fields())
        .from(LEDGER_TRANSFER)
        .join(LEDGER_POSTING)
        .on(LEDGER_POSTING.TRANSFER_ID.eq(LEDGER_TRANSFER.ID))
        .join(CREDIT)
        .on(CREDIT.ID.eq(LEDGER_POSTING.CREDIT_ACCOUNT_ID))
        .where(CREDIT.ACCOUNT_KEY.eq(account.text()))
        .and(LEDGER_TRANSFER.REVERSES_ID.isNull())
        .and(stands())
        .orderBy(LEDGER_POSTING.ID.desc())
        .limit(1)
        .fetchOne(row ->
            new PostedFact(
                row.get(LEDGER_TRANSFER.ID),
                TransferKind.ofCode(row.get(LEDGER_TRANSFER.KIND)),
                row.get(LEDGER_TRANSFER.ORGANISATION_ID),
                row.get(LEDGER_TRANSFER.SUBJECT_ID),
                row.get(LEDGER_TRANSFER.OCCURRED_AT)));
  }

  private static Condition stands() {
    return DSL.notExists(
        DSL.selectOne().from(REVERSAL).where(REVERSAL.REVERSES_ID.eq(LEDGER_TRANSFER.ID)));
  }

  private static AccountKey key(LedgerAccountRecord row) {
    Short year = row.getGenerationYear();
    return new AccountKey(
        AccountKind.ofCode(row.getKind()),
        row.getOwnerId(),
        row.getSubjectId(),
        row.getCounterpartyId(),
        row.getSiteId(),
        row.getStreamId(),
        row.getMaterialKey(),
        year == null ? null : (int) year);
  }
}
