package cn.wufei.exchange.ledger.line;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.records.LedgerPostingRecord;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.day.RecordedAxis;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Finds the first postings of accounts, by the indexes of the accounts.
///
/// A statement that asked for those of many accounts at once would be answered by reading every
/// posting of these accounts, or every posting there is. So a short stretch of numbers is asked for
/// first, and a much longer one as long as too few are found: where there are many the first has
/// them, and where there are few little is read.
@Singleton
@Connectable
@WritesSql(because = "it answers one question of the ledger and is named for it")
public class PostingSearch {

  private static final Field<Long> NUMBER = LEDGER_POSTING.ID.coerce(Long.class);
  private static final long FIRST_STRETCH = 1_024;
  private static final int LONGER = 8;

  /// So many accounts are looked up one by one; the postings of a short stretch are read when there
  /// are more.
  private static final int FEW = 200;

  /// The longest stretch that is read posting by posting.
  private static final long READ_MAX = 16_384;

  private static final int ACCOUNTS_AT_ONCE = 1_000;
  private static final int NUMBERS_AT_ONCE = 50_000;

  private static final List<Side> SIDES =
      List.of(
          new Side(LEDGER_POSTING.DEBIT_ACCOUNT_ID, "ix_ledger_posting_debit"),
          new Side(LEDGER_POSTING.CREDIT_ACCOUNT_ID, "ix_ledger_posting_credit"));

  private final DSLContext sql;
  private final RecordedAxis recorded;

  PostingSearch(DSLContext sql, RecordedAxis recorded) {
    this.sql = sql;
    this.recorded = recorded;
  }

  /// The numbers of an account's first postings, no more than `limit`.
  ///
  /// @param happened which of them, as a condition on `ledger_transfer`; all when absent
  public List<Long> ofAccount(
      Id account, @Nullable Condition happened, Numbers numbers, int limit) {
    SortedSet<Long> found = inOrder(numbers);
    for (Side side : SIDES) {
      found.addAll(lookUp(side, List.of(account), happened, numbers, limit));
    }
    return found.stream().limit(limit).toList();
  }

  /// The same of many accounts together.
  ///
  /// @param accounts whose postings, as a condition on `ledger_account`
  public List<Long> ofMany(
      Condition accounts, @Nullable Condition happened, Numbers numbers, int limit) {
    List<Id> few = accounts(accounts, FEW + 1);
    List<Id> all = few.size() > FEW ? List.of() : few;
    SortedSet<Long> found = inOrder(numbers);
    Numbers left = few.isEmpty() ? numbers.until(0) : numbers.until(recorded.lastPosting());
    long length = FIRST_STRETCH;
    while (found.size() < limit && !left.isEmpty()) {
      Numbers stretch = left.first(length);
      if (all.isEmpty() && length > READ_MAX) {
        all = accounts(accounts, Integer.MAX_VALUE);
      }
      for (Side side : SIDES) {
        if (all.isEmpty()) {
          found.addAll(read(side, accounts, happened, stretch, limit));
        }
        for (int from = 0; from < all.size(); from += ACCOUNTS_AT_ONCE) {
          List<Id> some = all.subList(from, Math.min(all.size(), from + ACCOUNTS_AT_ONCE));
          found.addAll(lookUp(side, some, happened, stretch, limit));
        }
      }
      left = left.without(stretch);
      length *= LONGER;
    }
    return found.stream().limit(limit).toList();
  }

  /// The numbers of all postings of accounts, in order, each once. Nothing but these numbers is in
  /// memory, however many there are.
  ///
  /// @param accounts whose postings, as a condition on `ledger_account`
  public long[] allOf(Condition accounts) {
    LongStream.Builder found = LongStream.builder();
    List<Id> all = accounts(accounts, Integer.MAX_VALUE);
    for (int from = 0; from < all.size(); from += ACCOUNTS_AT_ONCE) {
      List<Id> some = all.subList(from, Math.min(all.size(), from + ACCOUNTS_AT_ONCE));
      SIDES.forEach(side -> lookUpAll(side, some, found));
    }
    long[] numbers = found.build().sorted().toArray();
    int kept = 0;
    for (long number : numbers) {
      if (kept == 0 || numbers[kept - 1] != number) {
        numbers[kept++] = number;
      }
    }
    return Arrays.copyOf(numbers, kept);
  }

  private void lookUpAll(Side side, List<Id> accounts, LongStream.Builder found) {
    Numbers left = Numbers.OLDEST_FIRST;
    List<Long> piece;
    do {
      piece = lookUp(side, accounts, null, left, NUMBERS_AT_ONCE);
      piece.forEach(found::add);
      left = piece.isEmpty() ? left : left.beyond(piece.getLast());
    } while (piece.size() == NUMBERS_AT_ONCE);
  }

  private static SortedSet<Long> inOrder(Numbers numbers) {
    return new TreeSet<>(
        numbers.order() == Numbers.Order.NEWEST_FIRST
            ? Comparator.<Long>reverseOrder()
            : Comparator.<Long>naturalOrder());
  }

  private List<Id> accounts(Condition which, int limit) {
    return sql.select(LEDGER_ACCOUNT.ID)
        .from(LEDGER_ACCOUNT)
        .where(which)
        .limit(limit)
        .fetch(LEDGER_ACCOUNT.ID);
  }

  /// Reads the postings of the stretch and takes those of the accounts.
  private List<Long> read(
      Side side, Condition accounts, @Nullable Condition happened, Numbers stretch, int limit) {
    return first(
        sql.select(NUMBER)
            .from(joined(LEDGER_POSTING.forceIndex("PRIMARY"), happened))
            .join(LEDGER_ACCOUNT)
            .on(LEDGER_ACCOUNT.ID.eq(side.account()))
            .where(accounts),
        happened,
        stretch,
        limit);
  }

  /// Looks each account up in its index.
  private List<Long> lookUp(
      Side side, List<Id> accounts, @Nullable Condition happened, Numbers stretch, int limit) {
    return first(
        sql.select(NUMBER)
            .from(joined(LEDGER_POSTING.forceIndex(side.index()), happened))
            .where(
                accounts.size() == 1
                    ? side.account().eq(accounts.getFirst())
                    : side.account().in(accounts)),
        happened,
        stretch,
        limit);
  }

  private static Table<?> joined(
      Table<LedgerPostingRecord> postings, @Nullable Condition happened) {
    return happened == null
        ? postings
        : postings.join(LEDGER_TRANSFER).on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID));
  }

  private static List<Long> first(
      SelectConditionStep<?> rows, @Nullable Condition happened, Numbers stretch, int limit) {
    return rows.and(happened == null ? DSL.noCondition() : happened)
        .and(NUMBER.gt(stretch.after()))
        .and(NUMBER.le(stretch.last()))
        .orderBy(
            stretch.order() == Numbers.Order.NEWEST_FIRST
                ? LEDGER_POSTING.ID.desc()
                : LEDGER_POSTING.ID.asc())
        .limit(limit)
        .fetch(NUMBER);
  }

  @WritesSql(because = "it names a column and its index")
  private record Side(TableField<LedgerPostingRecord, Id> account, String index) {}
}
