package cn.wufei.verify;

import static cn.wufei.verify.LedgerGenerator.move;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A seal proves that nothing was changed since, not that it was right: whoever holds the key can
/// seal what must not be.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class SealedWrongIT {

  @TempDir static Path varDir;
  private static TestDatabase database;
  private static Connection connection;

  @BeforeAll
  static void start() throws SQLException {
    database = TestDatabase.start(varDir).unguarded();
    connection = database.connect();
  }

  @AfterAll
  static void stop() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void a_limited_account_below_zero_is_found() throws SQLException {
    assertFound(
        "block 3: transfer %d leaves the limited account 2 with -1,",
        story ->
            story.ledger.transfer("billed", 1, null, move(story.available, story.issued, 21_001)));
  }

  @Test
  void two_units_in_one_posting_are_found() throws SQLException {
    assertFound(
        "block 3, posting 7: its unit is mass-kg, that of account 1 (debit_account_id) is commitment-kg",
        story -> story.ledger.transfer("billed", 1, null, move(story.generated, story.issued, 1)));
  }

  @Test
  void an_unknown_unit_is_found() throws SQLException {
    assertFound(
        "block 3, account 8: column unit is none that there is",
        story -> story.ledger.open("mass-t", "heap", true));
    assertFound(
        "block 3, posting 7: column unit is none that there is",
        story -> {
          story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 1));
          story.ledger.postings.replaceAll(posting -> posting.withUnit("money-yuan"));
        });
  }

  @Test
  void an_amount_that_is_not_above_zero_is_found() throws SQLException {
    assertFound(
        "block 3, posting 7: column amount is 0 and must be above zero",
        story -> story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 0)));
    assertFound(
        "block 3, posting 7: column amount is -5 and must be above zero",
        story -> story.ledger.transfer("billed", 1, null, move(story.owed, story.money, -5)));
  }

  @Test
  void one_account_on_both_sides_is_found() throws SQLException {
    assertFound(
        "block 3, posting 7: it debits and credits one account",
        story -> story.ledger.transfer("billed", 1, null, move(story.owed, story.owed, 5)));
  }

  @Test
  void a_posting_to_a_closed_account_is_found() throws SQLException {
    assertFound(
        "block 4, posting 7: account 6 (debit_account_id) was closed in block 3",
        story -> {
          story.ledger.close(story.money);
          story.blocks.add(story.ledger.seal());
          story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 5));
        });
  }

  @Test
  void an_account_closed_twice_or_not_there_is_found() throws SQLException {
    assertFound(
        "block 3: it closes account id 99, which no block up to this one has",
        story -> story.ledger.close(99));
  }

  @Test
  void an_account_of_a_later_block_is_found() throws SQLException {
    assertFound(
        "block 3, posting 7: column debit_account_id names account id",
        story -> {
          long later = story.ledger.open("money-fen", "payable", false);
          Rows.Account opened = story.ledger.accounts.removeLast();
          story.ledger.allAccounts().remove(later);
          story.ledger.transfer("billed", 1, null, move(story.owed, later, 5));
          story.blocks.add(story.ledger.seal());
          story.ledger.accounts.add(opened);
          story.ledger.allAccounts().put(later, opened);
        });
  }

  @Test
  void a_transfer_of_the_future_is_found() throws SQLException {
    assertFound(
        "block 3, posting 7: its transfer %d occurred at",
        story -> {
          Rows.Transfer billed =
              story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 5));
          long at = billed.recordedAt() + 1;
          story.ledger.change(billed, billed.occurring(at, LedgerGenerator.chinaDay(at)));
        });
  }

  @Test
  void a_day_that_is_not_that_of_china_is_found() throws SQLException {
    assertFound(
        "block 3, posting 7: occurred_on of its transfer %d is 2026-03-03 and must be 2026-03-02",
        story -> {
          Rows.Transfer billed =
              story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 5));
          story.ledger.change(
              billed, billed.occurring(billed.occurredAt(), billed.occurredOn().plusDays(1)));
        });
  }

  @Test
  void a_transfer_recorded_at_another_time_than_its_block_is_found() throws SQLException {
    assertFound(
        "block 3, posting 7: recorded_at of its transfer %d is",
        story -> {
          Rows.Transfer billed =
              story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 5));
          story.ledger.change(billed, billed.recorded(billed.recordedAt() - 1));
        });
  }

  @Test
  void lines_out_of_order_are_found() throws SQLException {
    assertFound(
        "block 3, posting 7: column line is 2 and must be 1",
        story -> {
          story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 5));
          story.ledger.postings.replaceAll(posting -> posting.withLine(2));
        });
  }

  @Test
  void a_transfer_over_two_blocks_is_found() throws SQLException {
    assertFound(
        "block 4, posting 8: column line is 2 and must be 1",
        story -> {
          story.ledger.transfer(
              "billed",
              1,
              null,
              move(story.owed, story.money, 5),
              move(story.owed, story.money, 6));
          Rows.Posting second = story.ledger.postings.removeLast();
          story.ledger.recount(-1);
          story.blocks.add(story.ledger.seal());
          story.ledger.postings.add(second);
          story.ledger.recount(1);
        });
  }

  @Test
  void a_reference_given_twice_is_found() throws SQLException {
    assertFound(
        "transfer %d: its reference is that of another one",
        story -> {
          Rows.Transfer one =
              story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 5));
          Rows.Transfer two =
              story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 5));
          story.ledger.change(two, two.referring(one.reference()));
        });
  }

  @Test
  void a_transfer_taken_back_twice_is_found() throws SQLException {
    assertFound(
        "transfer %d: it is taken back more than once",
        story -> {
          Rows.Transfer billed =
              story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 5));
          story.ledger.transfer("billed", 1, billed.id(), move(story.money, story.owed, 5));
          story.ledger.transfer("billed", 1, billed.id(), move(story.money, story.owed, 5));
        });
  }

  @Test
  void a_transfer_that_takes_back_none_or_itself_is_found() throws SQLException {
    assertFound(
        "transfer %d: it takes back transfer %d, which is not there or is itself",
        story -> story.ledger.transfer("billed", 1, 99L, move(story.money, story.owed, 5)));
    assertFound(
        "transfer %d: it takes back transfer %d, which is not there or is itself",
        story -> {
          Rows.Transfer billed =
              story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 5));
          story.ledger.change(billed, billed.reversing(billed.id()));
        });
  }

  @Test
  void a_transfer_that_does_not_mirror_what_it_takes_back_is_found() throws SQLException {
    String what = "transfer %d: it takes back transfer %d, but does not mirror its posting ";
    assertFound(what + 7, story -> takeBack(story, 4, 6));
    assertFound(what + 7, story -> takeBack(story, 5));
    assertFound(
        what + 7,
        story -> {
          Rows.Transfer billed =
              story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 5));
          story.ledger.transfer("billed", 1, billed.id(), move(story.owed, story.money, 5));
        });
    assertFound(what + 9, story -> takeBack(story, 5, 5));
  }

  /// Takes back 5 fen twice and 3 kg, but only the money.
  private static void takeBack(LedgerFixture story, long... fen) {
    Rows.Transfer told =
        story.ledger.transfer(
            "billed",
            1,
            null,
            move(story.owed, story.money, 5),
            move(story.owed, story.money, 5),
            move(story.generated, story.onHand, 3));
    story.ledger.transfer(
        "billed",
        1,
        told.id(),
        Arrays.stream(fen)
            .mapToObj(amount -> move(story.money, story.owed, amount))
            .toArray(LedgerGenerator.Move[]::new));
  }

  @Test
  void blocks_that_do_not_grow_in_time_are_found() throws SQLException {
    assertFound(
        "block 4: column recorded_at is",
        story -> {
          story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 5));
          story.blocks.add(story.ledger.seal());
          story.ledger.turnBack();
          story.ledger.transfer("billed", 1, null, move(story.owed, story.money, 5));
        });
  }

  private static void assertFound(String what, Consumer<LedgerFixture> story) throws SQLException {
    LedgerFixture fixture = LedgerFixture.shorter();
    story.accept(fixture);
    fixture.blocks.add(fixture.ledger.seal());
    fixture.writeTo(connection);

    TestDatabase.Answer answer = database.verify();

    assertThat(answer.out().replaceAll("transfer \\d+", "transfer %d"))
        .startsWith("Violation: " + what);
    assertThat(answer.status()).isEqualTo(VerifyLedger.VIOLATED);
  }
}
