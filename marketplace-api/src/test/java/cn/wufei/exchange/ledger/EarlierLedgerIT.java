package cn.wufei.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.testing.TestExchange;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ledger of the version before blocks, taken over with what it holds.
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierLedgerIT {

  private static final String BEFORE_BLOCKS = "12";
  private static final Id OWNER = Id.of(5_000_000_000_000_000_001L);
  private static final Id LOT = Id.of(5_000_000_000_000_000_002L);
  private static final long ISSUED = 5_000_000_000_000_000_010L;
  private static final Id AVAILABLE_ID = Id.of(ISSUED + 1);
  private static final Instant FIRST_AT = Instant.parse("2025-06-30T04:00:01Z");
  private static final Instant SECOND_AT = Instant.parse("2025-06-30T04:00:02Z");

  @Test
  void what_was_recorded_before_there_were_blocks_is_numbered_and_sealed_at_start_up(
      @TempDir Path folder) throws SQLException {
    try (OwnDatabase database = OwnDatabase.empty(folder)) {
      migrateAsBefore(database);
      database.run(earlierRows());

      try (TestExchange exchange = TestExchange.get().anotherInstance(database.settings())) {
        database.assertVerified();
        assertThat(blocksOf(database)).containsExactly("1 2 2");
        BalanceHistory history = exchange.bean(BalanceHistory.class);
        assertThat(history.at(AVAILABLE_ID, FIRST_AT.minusMillis(1))).isZero();
        assertThat(history.at(AVAILABLE_ID, FIRST_AT)).isEqualTo(70);
        assertThat(history.at(AVAILABLE_ID, SECOND_AT.minusMillis(1))).isEqualTo(70);
        assertThat(history.at(AVAILABLE_ID, SECOND_AT)).isEqualTo(100);

        Journal journal = exchange.bean(Journal.class);
        BlockCommitter blocks = exchange.bean(BlockCommitter.class);
        assertThat(blocks.commit(() -> journal.post(release()))).isInstanceOf(Outcome.Done.class);
        assertThat(exchange.bean(Balances.class).of(account(AccountKind.AVAILABLE))).isEqualTo(60);
      }

      assertThat(
              database.texts(
                  "select concat(id, ' ', amount, ' ', debit_after, ' ', credit_after) from"
                      + " ledger_posting order by id"))
          .containsExactly("1 70 70 -70", "2 30 100 -100", "3 40 40 60");
      assertThat(blocksOf(database)).containsExactly("1 2 2", "2 1 1");
      database.assertVerified();
    }
  }

  private static List<String> blocksOf(OwnDatabase database) throws SQLException {
    return database.texts(
        "select concat(block_number, ' ', postings, ' ', accounts) from ledger_block"
            + " order by block_number");
  }

  private static void migrateAsBefore(OwnDatabase database) {
    Flyway.configure()
        .dataSource(
            database.server().jdbcUrl(),
            database.server().migrationUser(),
            database.server().migrationPassword())
        .target(BEFORE_BLOCKS)
        .load()
        .migrate();
  }

  /// An offer of 70 kg and one of 30 kg more.
  private static String[] earlierRows() {
    String account =
        "insert into ledger_account (id, account_key, unit, kind, owner_id, subject_id, opened_at)"
            + " values (%d, '%s', 'commitment-kg', '%s', %d, %d, '2025-06-30 04:00:00')";
    String balance = "insert into ledger_balance values (%d, %d, %d, %d)";
    String transfer =
        "insert into ledger_transfer (id, kind, reference, organisation_id, subject_id, occurred_at,"
            + " occurred_on, recorded_at) values (%1$d, 'lot-published', 'earlier-%1$d', %2$d, %3$d,"
            + " '2025-06-30 04:00:00', '2025-06-30', '2025-06-30 04:00:0%4$d')";
    String posting = "insert into ledger_posting values (%d, %d, 1, 'commitment-kg', %d, %d, %d)";
    long issued = ISSUED;
    long available = AVAILABLE_ID.value();
    long first = issued + 2;
    long second = issued + 3;
    return new String[] {
      account.formatted(
          issued, account(AccountKind.ISSUED).text(), "issued", OWNER.value(), LOT.value()),
      account.formatted(
          available,
          account(AccountKind.AVAILABLE).text(),
          "available",
          OWNER.value(),
          LOT.value()),
      balance.formatted(issued, 0, 0, 100),
      balance.formatted(available, 1, 100, 0),
      transfer.formatted(first, OWNER.value(), LOT.value(), 1),
      transfer.formatted(second, OWNER.value(), LOT.value(), 2),
      posting.formatted(issued + 4, first, available, issued, 70),
      posting.formatted(issued + 5, second, available, issued, 30),
      "update ledger_head set transfers = 2"
    };
  }

  private static TransferDraft release() {
    return new TransferDraft(
        TransferKind.LOT_RELEASED,
        "released-now",
        OWNER,
        LOT,
        Instant.parse("2025-07-01T04:00:00Z"),
        List.of(new Move(account(AccountKind.AVAILABLE), account(AccountKind.RELEASED), 40)));
  }

  private static AccountKey account(AccountKind kind) {
    return AccountKey.commitment(kind, OWNER, LOT);
  }
}
