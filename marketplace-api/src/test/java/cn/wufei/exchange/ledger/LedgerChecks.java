package cn.wufei.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.local.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What must hold of the whole ledger at any time, asked of the database itself.
final class LedgerChecks {

  private LedgerChecks() {}

  /// Sums, balances, numbers, running balances, and the chain of blocks over all of them.
  static void assertSound() {
    assertNone(
        "a unit's sum is zero",
        "select a.unit from ledger_balance b join ledger_account a on a.id = b.account_id"
            + " group by a.unit having sum(b.debit_total) <> sum(b.credit_total)");
    assertNone(
        "a balance is the sum of its postings",
        "select b.account_id from ledger_balance b where b.debit_total <> (select"
            + " coalesce(sum(p.amount), 0) from ledger_posting p where p.debit_account_id ="
            + " b.account_id) or b.credit_total <> (select coalesce(sum(p.amount), 0) from"
            + " ledger_posting p where p.credit_account_id = b.account_id)");
    assertNone(
        "a limited account holds nothing less than nothing",
        "select account_id from ledger_balance where limited = 1 and debit_total < credit_total");
    assertNone(
        "postings are numbered without a gap",
        "select 1 from ledger_posting having count(*) <> coalesce(max(id), 0)");
    assertNone(
        "accounts are numbered without a gap",
        "select 1 from ledger_account having count(*) <> coalesce(max(account_number), 0)");
    assertNone(
        "no update of a running balance was lost",
        "select e.account_id from (select c.account_id, c.posting_id, c.held, sum(c.change_by)"
            + " over (partition by c.account_id order by c.posting_id) as running from (select"
            + " debit_account_id as account_id, id as posting_id, debit_after as held, amount as"
            + " change_by from ledger_posting union all select credit_account_id, id, credit_after,"
            + " -amount from ledger_posting) c) e where e.held <> e.running limit 1");
    assertNone(
        "a block follows the one before it",
        "select b.block_number from ledger_block b left join ledger_block p on p.block_number ="
            + " b.block_number - 1 where (b.block_number > 1 and (p.block_number is null or p.hash"
            + " <> b.previous_hash or p.recorded_at >= b.recorded_at)) or b.last_posting <>"
            + " coalesce(p.last_posting, 0) + b.postings or b.last_account <>"
            + " coalesce(p.last_account, 0) + b.accounts");
    assertNone(
        "the head is the last block",
        "select h.id from ledger_head h join (select * from ledger_block order by block_number"
            + " desc limit 1) b where h.block_hash <> b.hash or h.block_number <> b.block_number or"
            + " h.last_posting <> b.last_posting or h.last_account <> b.last_account or"
            + " h.last_posting <> (select count(*) from ledger_posting)");
  }

  static long count(String query) {
    return Long.parseLong(texts(query).getFirst());
  }

  /// The first column of the rows.
  static List<String> texts(String query) {
    DatabaseServer database = TestExchange.get().database();
    List<String> texts = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertNone(String what, String query) {
    assertThat(count("select count(*) from (" + query + ") violations")).as(what).isZero();
  }
}
