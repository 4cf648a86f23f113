package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_BLOCK;
import static cn.wufei.exchange.db.Tables.LEDGER_CLOSING;
import static cn.wufei.exchange.db.Tables.LEDGER_KEY;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.records.LedgerBlockRecord;
import cn.wufei.exchange.ledger.chain.BlockHeader;
import cn.wufei.exchange.ledger.chain.Leaves;
import cn.wufei.exchange.ledger.chain.MerkleTree;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// The blocks as those read them who want to check the ledger: the head, and how a posting lies in
/// its block.
@Singleton
@Connectable
@WritesSql(because = "it is the public face of the ledger, named for what it gives")
public class Seals {

  /// How many rows are read at once. The first block seals all that was there before it.
  private static final int ROWS_AT_ONCE = 20_000;

  private final DSLContext sql;

  Seals(DSLContext sql) {
    this.sql = sql;
  }

  /// The last block; none while nothing is sealed.
  public @Nullable Sealed head() {
    return sql.selectFrom(LEDGER_BLOCK)
        .orderBy(LEDGER_BLOCK.BLOCK_NUMBER.desc())
        .limit(1)
        .fetchOne(this::sealed);
  }

  /// How a posting lies in its block; none while no block covers it.
  public @Nullable Proof proofOf(long posting) {
    LedgerBlockRecord block =
        sql.selectFrom(LEDGER_BLOCK)
            .where(LEDGER_BLOCK.LAST_POSTING.ge(posting))
            .orderBy(LEDGER_BLOCK.LAST_POSTING, LEDGER_BLOCK.BLOCK_NUMBER)
            .limit(1)
            .fetchOne();
    return block == null ? null : proof(block, posting);
  }

  private Proof proof(LedgerBlockRecord block, long posting) {
    LedgerBlockRecord before =
        sql.selectFrom(LEDGER_BLOCK)
            .where(LEDGER_BLOCK.BLOCK_NUMBER.eq(block.getBlockNumber() - 1))
            .fetchOne();
    long firstPosting = (before == null ? 0 : before.getLastPosting()) + 1;
    long firstAccount = (before == null ? 0 : before.getLastAccount()) + 1;
    List<byte[]> leaves = new ArrayList<>();
    for (long from = firstAccount; from <= block.getLastAccount(); from += ROWS_AT_ONCE) {
      leaves.addAll(accounts(from, Math.min(block.getLastAccount(), from + ROWS_AT_ONCE - 1)));
    }
    int index = leaves.size() + Math.toIntExact(posting - firstPosting);
    for (long from = firstPosting; from <= block.getLastPosting(); from += ROWS_AT_ONCE) {
      postings(from, Math.min(block.getLastPosting(), from + ROWS_AT_ONCE - 1))
          .forEach(content -> leaves.add(MerkleTree.leafHash(content)));
    }
    leaves.addAll(closings(block.getBlockNumber()));
    return new Proof(
        sealed(block),
        index,
        leaves.size(),
        postings(posting, posting).getFirst(),
        new MerkleTree(leaves).path(index));
  }

  private List<byte[]> accounts(long first, long last) {
    return sql.selectFrom(LEDGER_ACCOUNT)
        .where(LEDGER_ACCOUNT.ACCOUNT_NUMBER.between(first, last))
        .orderBy(LEDGER_ACCOUNT.ACCOUNT_NUMBER)
        .fetch(row -> MerkleTree.leafHash(Leaves.content(BlockStore.account(row))));
  }

  private List<byte[]> postings(long first, long last) {
    Field<Long> number = LEDGER_POSTING.ID.coerce(Long.class);
    return sql.select(LEDGER_POSTING.fields())
        .select(LEDGER_TRANSFER.fields())
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .where(number.between(first, last))
        .orderBy(LEDGER_POSTING.ID)
        .fetch(row ->
            Leaves.content(
                BlockStore.posting(row.into(LEDGER_POSTING)),
                BlockStore.transfer(row.into(LEDGER_TRANSFER))));
  }

  private List<byte[]> closings(long block) {
    return sql.selectFrom(LEDGER_CLOSING)
        .where(LEDGER_CLOSING.BLOCK_NUMBER.eq(block))
        .orderBy(LEDGER_CLOSING.ACCOUNT_ID)
        .fetch(row ->
            MerkleTree.leafHash(
                Leaves.content(
                    new Leaves.Closing(
                        row.getAccountId(), row.getBlockNumber(), row.getClosedAt()))));
  }

  private Sealed sealed(LedgerBlockRecord row) {
    byte[] publicKey =
        sql.select(LEDGER_KEY.PUBLIC_KEY)
            .from(LEDGER_KEY)
            .where(LEDGER_KEY.KEY_ID.eq(row.getKeyId()))
            .fetchOne(LEDGER_KEY.PUBLIC_KEY);
    return new Sealed(
        new BlockHeader(
            row.getBlockNumber(),
            row.getPreviousHash(),
            row.getRecordedAt(),
            row.getLastPosting(),
            row.getLastAccount(),
            row.getPostings(),
            row.getAccounts(),
            row.getClosings(),
            row.getRoot(),
            row.getKeyId()),
        row.getHash(),
        row.getSignature(),
        Objects.requireNonNull(publicKey, "the ledger keeps the key of every block"));
  }

  /// A block as it is stored, with the public key that it was signed with.
  @SuppressWarnings("ArrayRecordComponent")
  public record Sealed(BlockHeader header, byte[] hash, byte[] signature, byte[] publicKey) {}

  /// The way from a posting to the root of its block.
  ///
  /// @param leafIndex which leaf of the block it is, from zero
  /// @param leaf what of the posting is hashed
  /// @param path the hashes beside the way, nearest the leaf first
  @SuppressWarnings("ArrayRecordComponent")
  public record Proof(Sealed block, int leafIndex, int leafCount, byte[] leaf, List<byte[]> path) {}
}
