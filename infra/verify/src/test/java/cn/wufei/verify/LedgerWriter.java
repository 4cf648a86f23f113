package cn.wufei.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes generated blocks with plain multi-row inserts.
final class LedgerWriter {

  private static final int ROWS_MAX = 1_000;
  static final List<String> TABLES =
      List.of(
          "ledger_day",
          "ledger_day_head",
          "ledger_closing",
          "ledger_block",
          "ledger_key",
          "ledger_posting",
          "ledger_transfer",
          "ledger_balance",
          "ledger_account",
          "ledger_head");

  private final Connection connection;

  LedgerWriter(Connection connection) {
    this.connection = connection;
  }

  /// Removes all that the ledger holds.
  void clear() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.executeUpdate("delete from " + table);
      }
      statement.executeUpdate("delete from transfer_load");
    }
  }

  void write(Collection<LedgerGenerator.Block> blocks) throws SQLException {
    List<@Nullable Object[]> accounts = new ArrayList<>();
    List<@Nullable Object[]> transfers = new ArrayList<>();
    List<@Nullable Object[]> postings = new ArrayList<>();
    List<@Nullable Object[]> closings = new ArrayList<>();
    List<@Nullable Object[]> headers = new ArrayList<>();
    for (LedgerGenerator.Block block : blocks) {
      block.accounts().forEach(account -> accounts.add(row(account)));
      block.postings().forEach(posting -> postings.add(row(posting)));
      block.closings().forEach(closing -> closings.add(row(closing)));
      headers.add(row(block.header()));
    }
    blocks.stream()
        .flatMap(block -> block.postings().stream())
        .map(Rows.Posting::transfer)
        .distinct()
        .forEach(transfer -> transfers.add(row(transfer)));
    insert(
        "ledger_account (account_number, id, account_key, unit, kind, owner_id, subject_id, counterparty_id, site_id, stream_id, material_key, generation_year, limited, opened_at)",
        accounts);
    insert(
        "ledger_transfer (id, kind, reference, organisation_id, subject_id, occurred_at, occurred_on, recorded_at, reverses_id)",
        transfers);
    insert(
        "ledger_posting (id, transfer_id, line, unit, debit_account_id, credit_account_id, amount, debit_after, credit_after)",
        postings);
    insert("ledger_closing (account_id, block_number, closed_at)", closings);
    insert(
        "ledger_block (block_number, previous_hash, recorded_at, last_posting, last_account, postings, accounts, closings, root, hash, key_id, signature)",
        headers);
  }

  /// Writes what is derived anew, as it is after the generator's last block.
  void writeDerived(LedgerGenerator ledger) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table :
          List.of("ledger_day", "ledger_day_head", "ledger_balance", "ledger_head", "ledger_key")) {
        statement.executeUpdate("delete from " + table);
      }
    }
    List<@Nullable Object[]> balances = new ArrayList<>();
    ledger
        .allAccounts()
        .forEach((id, account) -> {
          long[] total = ledger.totals().getOrDefault(id, new long[2]);
          balances.add(row(id, account.limited(), total[0], total[1], ledger.isClosed(id) ? 1 : 0));
        });
    List<@Nullable Object[]> days = new ArrayList<>();
    ledger
        .days()
        .forEach((day, total) ->
            days.add(
                row(
                    day.account(),
                    day.occurredOn().toString(),
                    day.recordedOn().toString(),
                    total[0],
                    total[1])));
    List<@Nullable Object[]> keys = new ArrayList<>();
    for (Map.Entry<String, Long> key : ledger.firstUsed().entrySet()) {
      keys.add(row(key.getKey(), ledger.keyOf(key.getKey()).publicKey(), time(key.getValue())));
    }
    BlockHeader last = ledger.last();
    insert("ledger_key (key_id, public_key, first_used_at)", keys);
    insert("ledger_balance (account_id, limited, debit_total, credit_total, closed)", balances);
    insert("ledger_day (account_id, occurred_on, recorded_on, debit_total, credit_total)", days);
    insert(
        "ledger_day_head (id, last_posting)",
        List.<@Nullable Object[]>of(row(1, last.lastPosting())));
    insert(
        "ledger_head (id, transfers, block_number, block_hash, recorded_at, last_posting, last_account)",
        List.<@Nullable Object[]>of(
            row(
                1,
                ledger.transferCount(),
                last.number(),
                last.hash(),
                last.number() == 0 ? null : time(last.recordedAt()),
                last.lastPosting(),
                last.lastAccount())));
  }

  void insert(String into, List<@Nullable Object[]> rows) throws SQLException {
    for (int from = 0; from < rows.size(); from += ROWS_MAX) {
      List<@Nullable Object[]> some = rows.subList(from, Math.min(rows.size(), from + ROWS_MAX));
      String one = "(" + "?,".repeat(some.getFirst().length - 1) + "?)";
      String sql = "insert into " + into + " values " + (one + ",").repeat(some.size() - 1) + one;
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        int place = 1;
        for (@Nullable Object[] row : some) {
          for (Object value : row) {
            statement.setObject(place++, value);
          }
        }
        statement.executeUpdate();
      }
    }
  }

  private static @Nullable Object[] row(Rows.Account row) {
    return row(
        row.number(),
        row.id(),
        row.key(),
        row.unit(),
        row.kind(),
        row.owner(),
        row.subject(),
        row.counterparty(),
        row.site(),
        row.stream(),
        row.material(),
        row.year(),
        row.limited(),
        time(row.openedAt()));
  }

  private static @Nullable Object[] row(Rows.Transfer row) {
    return row(
        row.id(),
        row.kind(),
        row.reference(),
        row.organisation(),
        row.subject(),
        time(row.occurredAt()),
        row.occurredOn().toString(),
        time(row.recordedAt()),
        row.reverses());
  }

  private static @Nullable Object[] row(Rows.Posting row) {
    return row(
        row.id(),
        row.transfer().id(),
        row.line(),
        row.unit(),
        row.debit(),
        row.credit(),
        row.amount(),
        row.debitAfter(),
        row.creditAfter());
  }

  private static @Nullable Object[] row(Rows.Closing row) {
    return row(row.account(), row.block(), time(row.closedAt()));
  }

  private static @Nullable Object[] row(BlockHeader row) {
    return row(
        row.number(),
        row.previousHash(),
        time(row.recordedAt()),
        row.lastPosting(),
        row.lastAccount(),
        row.postings(),
        row.accounts(),
        row.closings(),
        row.root(),
        row.hash(),
        row.keyId(),
        row.signature());
  }

  static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  /// As a text, for the driver would move an instant by time zones.
  static String time(long micros) {
    return Times.instant(micros).toString().replace("T", " ").replace("Z", "");
  }
}
