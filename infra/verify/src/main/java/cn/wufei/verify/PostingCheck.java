package cn.wufei.verify;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Checks postings one by one, in the order of their ids, and keeps what they leave in the
/// accounts.
final class PostingCheck {

  private final Accounts accounts;
  private final long daysUpTo;
  private final Fingerprint days = new Fingerprint();
  private final Fingerprint transferIds = new Fingerprint();

  private long lastId;
  private long transfer;
  private short line;
  private long transfers;

  /// Places of the two accounts of the posting at hand.
  private int debit;

  private int credit;

  /// Places of limited accounts that the transfer at hand has taken below zero.
  private int[] below = new int[16];

  private int belowCount;

  /// @param daysUpTo the last posting that `ledger_day` has counted
  PostingCheck(Accounts accounts, long daysUpTo) {
    this.accounts = accounts;
    this.daysUpTo = daysUpTo;
  }

  long lastId() {
    return lastId;
  }

  long transfers() {
    return transfers;
  }

  Fingerprint transferIds() {
    return transferIds;
  }

  Fingerprint days() {
    return days;
  }

  void check(BlockHeader block, PostingBatch batch, int row) throws Violation {
    long id = batch.id[row];
    if (id != lastId + 1) {
      throw Violation.inPosting(
          block.number(), lastId + 1, "it is not there, the next one is posting " + id);
    }
    lastId = id;
    String wrong = wrongTransfer(block, batch, row);
    if (wrong == null) {
      wrong = wrongSides(block, batch, row);
    }
    if (wrong != null) {
      throw Violation.inPosting(block.number(), id, wrong);
    }
    post(block, batch, row);
  }

  /// At the end of a block its last transfer is complete.
  void endBlock(BlockHeader block) throws Violation {
    endTransfer(block);
    transfer = 0;
    line = 0;
  }

  private @Nullable String wrongTransfer(BlockHeader block, PostingBatch batch, int row)
      throws Violation {
    if (!batch.hasTransfer[row]) {
      return "its transfer %d is not there".formatted(batch.transfer[row]);
    }
    boolean begins = line == 0 || batch.transfer[row] != transfer;
    if (begins) {
      endTransfer(block);
      transfer = batch.transfer[row];
      line = 0;
      transfers++;
      transferIds.add(transfer, 0, 1);
    }
    line++;
    if (batch.line[row] != line) {
      return Violation.column("line", batch.line[row], line);
    }
    long recordedAt = batch.recordedAt[row];
    // The first block also seals what was recorded before there were blocks.
    boolean isOfBlock =
        recordedAt == block.recordedAt()
            || (block.number() == 1 && recordedAt < block.recordedAt());
    if (!isOfBlock) {
      return "recorded_at of its transfer %d is %s, that of the block %s"
          .formatted(transfer, Times.instant(recordedAt), Times.instant(block.recordedAt()));
    }
    long occurredAt = batch.occurredAt[row];
    if (occurredAt > recordedAt) {
      return "its transfer %d occurred at %s, after it was recorded"
          .formatted(transfer, Times.instant(occurredAt));
    }
    if (batch.occurredOn[row] != Times.chinaDay(occurredAt)) {
      return "occurred_on of its transfer %d is %s and must be %s"
          .formatted(
              transfer, Times.day(batch.occurredOn[row]), Times.day(Times.chinaDay(occurredAt)));
    }
    return null;
  }

  private @Nullable String wrongSides(BlockHeader block, PostingBatch batch, int row) {
    if (batch.amount[row] <= 0) {
      return "column amount is %d and must be above zero".formatted(batch.amount[row]);
    }
    if (batch.debit[row] == batch.credit[row]) {
      return "it debits and credits one account";
    }
    if (batch.unit[row] == Unit.UNKNOWN) {
      return "column unit is none that there is";
    }
    debit = accounts.find(batch.debit[row]);
    credit = accounts.find(batch.credit[row]);
    String wrong =
        wrongAccount(block, debit, batch.debit[row], batch.unit[row], "debit_account_id");
    return wrong == null
        ? wrongAccount(block, credit, batch.credit[row], batch.unit[row], "credit_account_id")
        : wrong;
  }

  private @Nullable String wrongAccount(
      BlockHeader block, int place, long id, byte unit, String column) {
    if (place == LongIndex.ABSENT) {
      return "column %s names account id %d, which no block up to this one has"
          .formatted(column, id);
    }
    if (accounts.unitAt(place) != unit) {
      return "its unit is %s, that of account %d (%s) is %s"
          .formatted(
              Unit.codeAt(unit),
              Accounts.numberAt(place),
              column,
              Unit.codeAt(accounts.unitAt(place)));
    }
    long closedIn = accounts.closedIn(place);
    if (closedIn != 0 && closedIn < block.number()) {
      return "account %d (%s) was closed in block %d"
          .formatted(Accounts.numberAt(place), column, closedIn);
    }
    return null;
  }

  private void post(BlockHeader block, PostingBatch batch, int row) throws Violation {
    long amount = batch.amount[row];
    try {
      accounts.debit(debit, amount);
      accounts.credit(credit, amount);
    } catch (ArithmeticException e) {
      throw Violation.inPosting(block.number(), lastId, "its account's total does not fit 64 bits");
    }
    requireAfter(block, "debit_after", batch.debitAfter[row], accounts.heldAt(debit));
    requireAfter(block, "credit_after", batch.creditAfter[row], accounts.heldAt(credit));
    if (accounts.isLimited(credit) && accounts.heldAt(credit) < 0) {
      if (belowCount == below.length) {
        below = Arrays.copyOf(below, belowCount * 2);
      }
      below[belowCount++] = credit;
    }
    if (lastId <= daysUpTo) {
      long day = dayPair(batch.occurredOn[row], Times.chinaDay(batch.recordedAt[row]));
      days.add(batch.debit[row], debitSide(day), amount);
      days.add(batch.credit[row], creditSide(day), amount);
    }
  }

  private void requireAfter(BlockHeader block, String column, long is, long must) throws Violation {
    if (is != must) {
      throw Violation.inPosting(block.number(), lastId, Violation.column(column, is, must));
    }
  }

  private void endTransfer(BlockHeader block) throws Violation {
    for (int i = 0; i < belowCount; i++) {
      if (accounts.heldAt(below[i]) < 0) {
        throw Violation.inBlock(
            block.number(),
            "transfer %d leaves the limited account %d with %d, which is below zero"
                .formatted(transfer, Accounts.numberAt(below[i]), accounts.heldAt(below[i])));
      }
    }
    belowCount = 0;
  }

  /// Two days in one number, with room for [#debitSide] and [#creditSide].
  static long dayPair(long occurredOn, long recordedOn) {
    return (occurredOn << 32) ^ ((recordedOn & 0x7fff_ffffL) << 1);
  }

  static long debitSide(long dayPair) {
    return dayPair;
  }

  static long creditSide(long dayPair) {
    return dayPair | 1;
  }
}
