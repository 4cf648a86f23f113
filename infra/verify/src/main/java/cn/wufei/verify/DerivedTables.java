package cn.wufei.verify;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;

/// Compares what is derived from the postings with the postings: balances, the head and the days.
final class DerivedTables {

  private static final String BALANCES =
      "select account_id, limited, debit_total, credit_total, closed from ledger_balance"
          + " order by account_id";
  private static final String DAYS =
      "select account_id, %s, %s, debit_total, credit_total from ledger_day order by account_id, occurred_on, recorded_on"
          .formatted(Times.daysOf("occurred_on"), Times.daysOf("recorded_on"));
  private static final String FIRST_WRONG_DAY =
      """
      select account_id, %s, %s, sum(debit), sum(credit)
        from (
          select p.debit_account_id as account_id, t.occurred_on,
              date(t.recorded_at + interval 8 hour) as recorded_on, p.amount as debit, 0 as credit
            from ledger_posting p join ledger_transfer t on t.id = p.transfer_id where p.id <= ?
          union all
          select p.credit_account_id, t.occurred_on, date(t.recorded_at + interval 8 hour), 0, p.amount
            from ledger_posting p join ledger_transfer t on t.id = p.transfer_id where p.id <= ?
          union all
          select account_id, occurred_on, recorded_on, -debit_total, -credit_total from ledger_day) m
        group by account_id, occurred_on, recorded_on
        having sum(debit) <> 0 or sum(credit) <> 0
        order by account_id, occurred_on, recorded_on limit 1
      """
          .formatted(Times.daysOf("occurred_on"), Times.daysOf("recorded_on"));

  private final LedgerReader reader;
  private final Accounts accounts;

  DerivedTables(LedgerReader reader, Accounts accounts) {
    this.reader = reader;
    this.accounts = accounts;
  }

  void checkHead(HeadRow head, BlockHeader last, long transfers) throws Violation {
    requireHead("block_number", head.blockNumber(), last.number());
    requireHead("block_hash", head.blockHash(), last.hashText());
    Object recordedAt = head.recordedAt() == null ? "null" : Times.instant(head.recordedAt());
    requireHead(
        "recorded_at", recordedAt, last.number() == 0 ? "null" : Times.instant(last.recordedAt()));
    requireHead("last_posting", head.lastPosting(), last.lastPosting());
    requireHead("last_account", head.lastAccount(), last.lastAccount());
    requireHead("transfers", head.transfers(), transfers);
  }

  private static void requireHead(String column, Object is, Object must) throws Violation {
    if (!is.equals(must)) {
      throw new Violation("ledger_head: " + Violation.column(column, is, must));
    }
  }

  void checkBalances() throws SQLException, Violation {
    BitSet seen = new BitSet(accounts.size());
    BigInteger[] sums = new BigInteger[Unit.count()];
    Arrays.fill(sums, BigInteger.ZERO);
    reader.each(
        BALANCES,
        row -> {
          long id = row.getLong(1);
          int place = accounts.find(id);
          if (place == LongIndex.ABSENT) {
            throw new Violation("ledger_balance: there is no account with id " + id);
          }
          if (seen.get(place)) {
            throw Violation.inAccount(Accounts.numberAt(place), "it has two balances");
          }
          seen.set(place);
          requireBalance(place, "limited", row.getLong(2), accounts.isLimited(place) ? 1 : 0);
          requireBalance(place, "debit_total", row.getLong(3), accounts.debitAt(place));
          requireBalance(place, "credit_total", row.getLong(4), accounts.creditAt(place));
          requireBalance(place, "closed", row.getLong(5), accounts.closedIn(place) == 0 ? 0 : 1);
          int unit = accounts.unitAt(place);
          sums[unit] = sums[unit].add(BigInteger.valueOf(accounts.heldAt(place)));
        });
    int missing = seen.nextClearBit(0);
    if (missing < accounts.size()) {
      throw Violation.inAccount(Accounts.numberAt(missing), "it has no balance");
    }
    for (int unit = 0; unit < sums.length; unit++) {
      if (sums[unit].signum() != 0) {
        throw new Violation(
            "unit %s: all accounts together hold %s, not zero"
                .formatted(Unit.codeAt(unit), sums[unit]));
      }
    }
  }

  private static void requireBalance(int place, String column, long is, long must)
      throws Violation {
    if (is != must) {
      throw Violation.inAccount(
          Accounts.numberAt(place), "ledger_balance: " + Violation.column(column, is, must));
    }
  }

  /// @param expected of the postings up to `upTo`
  void checkDays(long upTo, long lastPosting, Fingerprint expected) throws SQLException, Violation {
    if (upTo < 0 || upTo > lastPosting) {
      throw new Violation(
          "ledger_day_head: column last_posting is %d, the last posting is %d"
              .formatted(upTo, lastPosting));
    }
    Fingerprint found = expected.twin();
    long[] before = {Long.MIN_VALUE, 0, 0};
    reader.each(
        DAYS,
        row -> {
          long[] at = {row.getLong(1), row.getLong(2), row.getLong(3)};
          long debit = row.getLong(4);
          long credit = row.getLong(5);
          if (Arrays.equals(at, before)) {
            throw wrongDay(at, "it is there twice");
          }
          if (debit < 0 || credit < 0 || (debit == 0 && credit == 0)) {
            throw wrongDay(at, "it says that nothing moved, or less");
          }
          System.arraycopy(at, 0, before, 0, at.length);
          long pair = PostingCheck.dayPair(at[1], at[2]);
          found.add(at[0], PostingCheck.debitSide(pair), debit);
          found.add(at[0], PostingCheck.creditSide(pair), credit);
        });
    if (!found.isSameAs(expected)) {
      Violation wrong =
          reader.first(
              FIRST_WRONG_DAY,
              row ->
                  wrongDay(
                      new long[] {row.getLong(1), row.getLong(2), row.getLong(3)},
                      "the postings have %s more debits and %s more credits than it says"
                          .formatted(row.getBigDecimal(4), row.getBigDecimal(5))),
              upTo,
              upTo);
      throw wrong == null ? new Violation("ledger_day: it does not fit the postings") : wrong;
    }
  }

  private Violation wrongDay(long[] at, String what) {
    int place = accounts.find(at[0]);
    String account =
        place == LongIndex.ABSENT
            ? "account id %d, which is not there".formatted(at[0])
            : "account %d".formatted(Accounts.numberAt(place));
    return new Violation(
        "%s: ledger_day of occurred %s, recorded %s: %s"
            .formatted(account, Times.day(at[1]), Times.day(at[2]), what));
  }
}
