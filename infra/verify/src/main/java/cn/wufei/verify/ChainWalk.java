package cn.wufei.verify;

import static cn.wufei.verify.Hashes.HEX;

import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Goes through the chain from its first block to its last, and through what each block covers.
final class ChainWalk {

  private final Pages<BlockHeader> blocks;
  private final Pages<AccountRow> newAccounts;
  private final Pages<ClosingRow> closings;
  private final PostingReader postings;
  private final PostingCheck check;
  private final Accounts accounts;
  private final Keys keys;
  private final SignatureChecks signatures;
  private final @Nullable ExportedHead exported;
  private final MerkleTree tree = new MerkleTree();
  private final LeafWriter leaf = new LeafWriter();
  private BlockHeader last = BlockHeader.none();
  private boolean hasPosting;

  ChainWalk(
      LedgerReader reader,
      PostingReader postings,
      PostingCheck check,
      Accounts accounts,
      Keys keys,
      @Nullable ExportedHead exported) {
    this.blocks = reader.blocks();
    this.newAccounts = reader.accounts();
    this.closings = reader.closings();
    this.postings = postings;
    this.check = check;
    this.accounts = accounts;
    this.keys = keys;
    this.signatures = new SignatureChecks(keys);
    this.exported = exported;
  }

  /// Checks all and gives the last block.
  BlockHeader walk() throws SQLException, Violation {
    try (signatures) {
      try {
        walkBlocks();
      } catch (Violation later) {
        signatures.await();
        throw later;
      }
      signatures.await();
    }
    keys.requireAllUsed();
    if (exported != null) {
      exported.requireReached(last);
    }
    return last;
  }

  private void walkBlocks() throws SQLException, Violation {
    hasPosting = postings.advance();
    BlockHeader block = blocks.next();
    while (block != null) {
      checkHeader(block);
      tree.clear();
      coverAccounts(block);
      coverPostings(block);
      coverClosings(block);
      checkRoot(block);
      last = block;
      block = blocks.next();
    }
    requireNothingLeft();
  }

  private void checkHeader(BlockHeader block) throws SQLException, Violation {
    if (block.number() != last.number() + 1) {
      throw Violation.inBlock(
          last.number() + 1, "it is not there, the next one is block " + block.number());
    }
    if (exported != null) {
      exported.compare(block);
    }
    if (!block.hasRightHash()) {
      throw Violation.inBlock(
          block.number(),
          "column hash is %s, its columns hash to %s"
              .formatted(block.hashText(), HEX.formatHex(block.computedHash())));
    }
    if (!Arrays.equals(block.previousHash(), last.hash())) {
      throw Violation.inBlock(
          block.number(),
          Violation.column(
              "previous_hash", HEX.formatHex(block.previousHash()), HEX.formatHex(last.hash())));
    }
    keys.requireKnown(block);
    signatures.add(block);
    if (block.recordedAt() <= last.recordedAt()) {
      throw Violation.inBlock(
          block.number(),
          "column recorded_at is %s, not after that of the block before it"
              .formatted(Times.instant(block.recordedAt())));
    }
    requireCount(block, "postings", block.postings(), block.lastPosting() - last.lastPosting());
    requireCount(block, "accounts", block.accounts(), block.lastAccount() - last.lastAccount());
    if (block.leaves() == 0) {
      throw Violation.inBlock(block.number(), "it covers nothing");
    }
  }

  private void requireCount(BlockHeader block, String column, int is, long must) throws Violation {
    if (is < 0 || is != must) {
      throw Violation.inBlock(block.number(), Violation.column(column, is, must));
    }
  }

  private void coverAccounts(BlockHeader block) throws SQLException, Violation {
    AccountRow next = newAccounts.peek();
    while (next != null && next.number() <= block.lastAccount()) {
      addAccount(block.number(), next);
      leaf.clear();
      next.write(leaf);
      tree.add(leaf);
      newAccounts.next();
      next = newAccounts.peek();
    }
    if (accounts.size() != block.lastAccount()) {
      throw Violation.inAccount(
          accounts.size() + 1L, "it is not there, block %d covers it".formatted(block.number()));
    }
  }

  private void addAccount(long block, AccountRow row) throws Violation {
    if (row.number() != accounts.size() + 1L) {
      throw Violation.inAccount(
          accounts.size() + 1L, "it is not there, the next one is account " + row.number());
    }
    byte unit = Unit.placeOf(row.unit());
    String where = "block %d, ".formatted(block);
    if (unit == Unit.UNKNOWN) {
      throw new Violation(
          where + "account %d: column unit is none that there is".formatted(row.number()));
    }
    if (row.limited() != 0 && row.limited() != 1) {
      throw new Violation(
          where + "account %d: column limited is neither 0 nor 1".formatted(row.number()));
    }
    if (!accounts.add(row.id(), unit, row.limited() == 1)) {
      throw new Violation(
          where + "account %d: its id is that of an earlier one".formatted(row.number()));
    }
  }

  private void coverPostings(BlockHeader block) throws SQLException, Violation {
    while (hasPosting) {
      PostingBatch batch = postings.batch();
      int row = postings.row();
      if (batch.id[row] > block.lastPosting()) {
        break;
      }
      check.check(block, batch, row);
      batch.addLeafTo(tree, row);
      hasPosting = postings.advance();
    }
    if (check.lastId() != block.lastPosting()) {
      throw Violation.inPosting(block.number(), check.lastId() + 1, "it is not there");
    }
    check.endBlock(block);
  }

  private void coverClosings(BlockHeader block) throws SQLException, Violation {
    int count = 0;
    ClosingRow next = closings.peek();
    while (next != null && next.block() <= block.number()) {
      int place = accounts.find(next.accountId());
      if (next.block() != block.number()) {
        throw Violation.inBlock(
            next.block(), "it closes account id %d and is not there".formatted(next.accountId()));
      }
      if (place == LongIndex.ABSENT) {
        throw Violation.inBlock(
            block.number(),
            "it closes account id %d, which no block up to this one has"
                .formatted(next.accountId()));
      }
      if (accounts.closedIn(place) != 0) {
        throw Violation.inBlock(
            block.number(),
            "it closes account %d, as block %d did"
                .formatted(Accounts.numberAt(place), accounts.closedIn(place)));
      }
      accounts.close(place, block.number());
      leaf.clear();
      next.write(leaf);
      tree.add(leaf);
      count++;
      closings.next();
      next = closings.peek();
    }
    if (count != block.closings()) {
      throw Violation.inBlock(
          block.number(), "it covers %d closings, %d are there".formatted(block.closings(), count));
    }
  }

  private void checkRoot(BlockHeader block) throws Violation {
    byte[] root = tree.root();
    if (!Arrays.equals(root, block.root())) {
      throw Violation.inBlock(
          block.number(),
          "what it covers does not hash to its root: an account from %d to %d, a posting from %d to %d, its transfer or a closing is not as it was recorded"
              .formatted(
                  last.lastAccount() + 1,
                  block.lastAccount(),
                  last.lastPosting() + 1,
                  block.lastPosting()));
    }
  }

  private void requireNothingLeft() throws SQLException, Violation {
    String unsealed = "unsealed, the last block is " + last.number();
    AccountRow account = newAccounts.peek();
    if (account != null) {
      throw Violation.inAccount(account.number(), unsealed);
    }
    if (hasPosting) {
      throw new Violation(
          "posting %d: %s".formatted(postings.batch().id[postings.row()], unsealed));
    }
    ClosingRow closing = closings.peek();
    if (closing != null) {
      throw Violation.inBlock(
          closing.block(),
          "it closes account id %d and is not there".formatted(closing.accountId()));
    }
  }
}
