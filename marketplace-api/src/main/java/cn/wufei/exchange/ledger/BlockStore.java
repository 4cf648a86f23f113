package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_KEY;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.records.LedgerAccountRecord;
import cn.wufei.exchange.db.tables.records.LedgerPostingRecord;
import cn.wufei.exchange.db.tables.records.LedgerTransferRecord;
import cn.wufei.exchange.ledger.chain.BlockHeader;
import cn.wufei.exchange.ledger.chain.Leaves;
import cn.wufei.exchange.ledger.chain.SigningKey;
import cn.wufei.exchange.sql.ManyRows;
import cn.wufei.exchange.sql.Script;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/// The head of the ledger, its blocks and their keys. What every block does is plain JDBC: jOOQ's
/// rendering would take a tenth of the block.
@Singleton
class BlockStore {

  private static final String LOCK_HEAD =
      "select block_number, block_hash, recorded_at, last_posting, last_account, transfers from"
          + " ledger_head where id = 1 for update";
  private static final long HEAD = 1;
  private static final List<String> HEAD_COLUMNS =
      List.of(
          "block_number", "block_hash", "recorded_at", "last_posting", "last_account", "transfers");
  private static final List<String> BLOCK =
      List.of(
          "block_number",
          "previous_hash",
          "recorded_at",
          "last_posting",
          "last_account",
          "postings",
          "accounts",
          "closings",
          "root",
          "hash",
          "key_id",
          "signature");

  private final DSLContext sql;

  BlockStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The head, held until the transaction ends: who records waits here, on every instance.
  LedgerHead lockHead(Connection connection) {
    try (PreparedStatement statement = connection.prepareStatement(LOCK_HEAD);
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("the ledger has no head");
      }
      LocalDateTime recordedAt = row.getObject(3, LocalDateTime.class);
      return new LedgerHead(
          row.getLong(1),
          row.getBytes(2),
          recordedAt == null ? null : recordedAt.toInstant(ZoneOffset.UTC),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6));
    } catch (SQLException e) {
      throw new DataAccessException("the head of the ledger cannot be read", e);
    }
  }

  /// Adds the block and moves the head to it.
  void append(Connection connection, BlockHeader header, byte[] signature, LedgerHead head) {
    ManyRows block =
        new ManyRows("ledger_block", BLOCK, "")
            .add(
                header.number(),
                header.previousHash(),
                header.recordedAt(),
                header.lastPosting(),
                header.lastAccount(),
                header.postings(),
                header.accounts(),
                header.closings(),
                header.root(),
                head.blockHash(),
                header.keyId(),
                signature);
    try {
      new Script()
          .add(block)
          .update(
              "ledger_head",
              HEAD,
              HEAD_COLUMNS,
              head.blockNumber(),
              head.blockHash(),
              head.recordedAt(),
              head.lastPosting(),
              head.lastAccount(),
              head.transfers())
          .execute(connection);
    } catch (SQLException e) {
      throw new DataAccessException("block " + header.number() + " cannot be added", e);
    }
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
