package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_BLOCK;
import static cn.wufei.exchange.db.Tables.LEDGER_HEAD;
import static cn.wufei.exchange.db.Tables.LEDGER_KEY;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.records.LedgerAccountRecord;
import cn.wufei.exchange.db.tables.records.LedgerPostingRecord;
import cn.wufei.exchange.db.tables.records.LedgerTransferRecord;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.chain.BlockHeader;
import cn.wufei.exchange.ledger.chain.Leaves;
import cn.wufei.exchange.ledger.chain.SigningKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jooq.DSLContext;

/// The head of the ledger, its blocks and their keys.
@Singleton
class BlockStore {

  private static final Id HEAD = Id.of(1);

  private final DSLContext sql;

  BlockStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The head, held until the transaction ends: who records waits here, on every instance.
  LedgerHead lockHead() {
    return sql.selectFrom(LEDGER_HEAD)
        .where(LEDGER_HEAD.ID.eq(HEAD))
        .forUpdate()
        .fetchSingle(row ->
            new LedgerHead(
                row.getBlockNumber(),
                row.getBlockHash(),
                row.getRecordedAt(),
                row.getLastPosting(),
                row.getLastAccount(),
                row.getTransfers()));
  }

  void insert(BlockHeader header, byte[] hash, byte[] signature) {
    sql.insertInto(LEDGER_BLOCK)
        .set(LEDGER_BLOCK.BLOCK_NUMBER, header.number())
        .set(LEDGER_BLOCK.PREVIOUS_HASH, header.previousHash())
        .set(LEDGER_BLOCK.RECORDED_AT, header.recordedAt())
        .set(LEDGER_BLOCK.LAST_POSTING, header.lastPosting())
        .set(LEDGER_BLOCK.LAST_ACCOUNT, header.lastAccount())
        .set(LEDGER_BLOCK.POSTINGS, header.postings())
        .set(LEDGER_BLOCK.ACCOUNTS, header.accounts())
        .set(LEDGER_BLOCK.CLOSINGS, header.closings())
        .set(LEDGER_BLOCK.ROOT, header.root())
        .set(LEDGER_BLOCK.HASH, hash)
        .set(LEDGER_BLOCK.KEY_ID, header.keyId())
        .set(LEDGER_BLOCK.SIGNATURE, signature)
        .execute();
  }

  void moveHead(LedgerHead head) {
    sql.update(LEDGER_HEAD)
        .set(LEDGER_HEAD.BLOCK_NUMBER, head.blockNumber())
        .set(LEDGER_HEAD.BLOCK_HASH, head.blockHash())
        .set(LEDGER_HEAD.RECORDED_AT, head.recordedAt())
        .set(LEDGER_HEAD.LAST_POSTING, head.lastPosting())
        .set(LEDGER_HEAD.LAST_ACCOUNT, head.lastAccount())
        .set(LEDGER_HEAD.TRANSFERS, head.transfers())
        .where(LEDGER_HEAD.ID.eq(HEAD))
        .execute();
  }

  /// Keeps the public part of a key, unless it is there.
  void keep(SigningKey key, Instant now) {
    sql.insertInto(LEDGER_KEY)
        .set(LEDGER_KEY.KEY_ID, key.id())
        .set(LEDGER_KEY.PUBLIC_KEY, key.publicKey())
        .set(LEDGER_KEY.FIRST_USED_AT, now)
        .onDuplicateKeyIgnore()
        .execute();
  }

  /// Gives the first block the leaves of all that was recorded before there were blocks.
  void addUnsealed(Block first) {
    sql.selectFrom(LEDGER_ACCOUNT)
        .orderBy(LEDGER_ACCOUNT.ACCOUNT_NUMBER)
        .forEach(row -> first.sealAccount(Leaves.content(account(row))));
    sql.select(LEDGER_POSTING.fields())
        .select(LEDGER_TRANSFER.fields())
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .orderBy(LEDGER_POSTING.ID)
        .forEach(row ->
            first.sealPosting(
                Leaves.content(
                    posting(row.into(LEDGER_POSTING)), transfer(row.into(LEDGER_TRANSFER)))));
  }

  static Leaves.Account account(LedgerAccountRecord row) {
    return new Leaves.Account(
        row.getAccountNumber(),
        row.getId(),
        row.getAccountKey(),
        row.getUnit(),
        row.getKind(),
        row.getOwnerId(),
        row.getSubjectId(),
        row.getCounterpartyId(),
        row.getSiteId(),
        row.getStreamId(),
        row.getMaterialKey(),
        row.getGenerationYear() == null ? null : (int) row.getGenerationYear(),
        row.getLimited() != 0,
        row.getOpenedAt());
  }

  static Leaves.Posting posting(LedgerPostingRecord row) {
    return new Leaves.Posting(
        row.getId().value(),
        row.getLine(),
        row.getUnit(),
        row.getDebitAccountId(),
        row.getCreditAccountId(),
        row.getAmount(),
        row.getDebitAfter(),
        row.getCreditAfter());
  }

  static Leaves.Transfer transfer(LedgerTransferRecord row) {
    return new Leaves.Transfer(
        row.getId(),
        row.getKind(),
        row.getReference(),
        row.getOrganisationId(),
        row.getSubjectId(),
        row.getOccurredAt(),
        row.getOccurredOn(),
        row.getRecordedAt(),
        row.getReversesId());
  }
}
