package cn.wufei.verify;

import static cn.wufei.verify.LedgerGenerator.move;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Histories that fit in themselves, the trade's own rows, and a ledger that grows meanwhile.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class HistoryIT {

  @TempDir static Path varDir;
  private static TestDatabase database;
  private static Connection connection;

  private final LedgerFixture whole = LedgerFixture.whole();
  @TempDir Path dir;
  private Path head = Path.of("");

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

  @BeforeEach
  void export_the_head_of_the_whole_ledger() throws SQLException, IOException {
    whole.writeTo(connection);
    head = dir.resolve("head.json");
    HeadFiles.write(head, whole.ledger.last(), LedgerFixture.SECOND_KEY);
  }

  @Test
  void an_exported_head_of_any_block_is_found_again() throws IOException {
    assertThat(database.verify("--head", head.toString()).status()).isZero();

    HeadFiles.write(head, whole.blocks.get(1).header(), LedgerFixture.FIRST_KEY);
    assertThat(database.verify("--head", head.toString()).status()).isZero();
  }

  @Test
  void a_cut_end_is_found_with_an_exported_head_only() throws SQLException {
    LedgerFixture.shorter().writeTo(connection);

    assertThat(database.verify().status()).isZero();
    assertThat(database.verify("--head", head.toString()))
        .returns(VerifyLedger.VIOLATED, TestDatabase.Answer::status)
        .returns(
            "Violation: block 5: the ledger was cut: its last block is 2, this one was exported\n",
            TestDatabase.Answer::out);
  }

  @Test
  void another_history_with_the_same_key_is_found_with_an_exported_head_only()
      throws SQLException, IOException {
    LedgerFixture.another(LedgerFixture.FIRST_KEY).writeTo(connection);

    assertThat(database.verify().status()).isZero();
    assertThat(database.verify("--head", head.toString()).out())
        .startsWith("Violation: block 5: the ledger was rewritten: its hash is");

    HeadFiles.write(head, whole.blocks.getFirst().header(), LedgerFixture.FIRST_KEY);
    assertThat(database.verify("--head", head.toString()).out())
        .startsWith("Violation: block 1: the ledger was rewritten: its hash is");
  }

  @Test
  void another_history_with_another_key_is_found_with_an_exported_head_or_the_key() {
    SigningKey other = SigningKey.of(9);

    assertThat(write(LedgerFixture.another(other)).status()).isZero();
    assertThat(database.verify("--head", head.toString()).out())
        .startsWith("Violation: block 5: the ledger was rewritten: its hash is");
    assertThat(database.verify("--key", LedgerFixture.FIRST_KEY.id()).out())
        .startsWith("Violation: block 1: it is signed with key " + other.id());
  }

  @Test
  void every_key_that_ever_signed_must_be_among_the_trusted_ones() {
    String first = LedgerFixture.FIRST_KEY.id();
    String second = LedgerFixture.SECOND_KEY.id();

    assertThat(database.verify("--key", first, "--key", second).status()).isZero();
    assertThat(database.verify("--key", first).out())
        .startsWith(
            "Violation: block 4: it is signed with key %s, trusted is only %s"
                .formatted(second, first));
    assertThat(database.verify("--key", second).out())
        .startsWith("Violation: block 1: it is signed with key " + first);
  }

  private static TestDatabase.Answer write(LedgerFixture fixture) {
    try {
      fixture.writeTo(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return database.verify();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          "hash": "..,      "hash": "00,      exported head: its signature is not one of key
          "signature": "..,  "signature": "00, exported head: its signature is not one of key
          "publicKey": "..,  "publicKey": "00, key
          2026,           2027,             'block 5: the exported head has its hash, but another time or key'
          "blockNumber": 5, "blockNumber": 4, 'block 4: the ledger was rewritten'
          """,
      quoteCharacter = '\'')
  void a_changed_head_file_is_found(String from, String to, String what) throws IOException {
    Files.writeString(head, Files.readString(head).replaceFirst(from, to));

    assertThat(database.verify("--head", head.toString()).out()).startsWith("Violation: " + what);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          "blockNumber": 5, "blockNumber": 0,  blockNumber is not the number of a block
          "blockNumber": 5, "blockNumber": -5, blockNumber is not the number of a block
          "hash": ",        "hash": "00,       hash is not hexadecimal of 32 bytes
          "signature": ",   "signature": "00,  signature is not hexadecimal of 64 bytes
          "publicKey": ",   "publicKey": "00,  publicKey is not hexadecimal of 32 bytes
          """,
      quoteCharacter = '\'')
  void a_head_file_that_no_exchange_gives_is_not_checked(String from, String to, String what)
      throws IOException {
    Files.writeString(head, Files.readString(head).replace(from, to));

    assertThat(database.verify("--head", head.toString()))
        .isEqualTo(
            new TestDatabase.Answer(
                VerifyLedger.NOT_CHECKED, "", "infra/verify-ledger: head.json: " + what + "\n"));
  }

  @Test
  void postings_and_accounts_after_the_last_block_are_unsealed() throws SQLException {
    whole.ledger.transfer("billed", 401, null, move(whole.owed, whole.money, 5));
    whole.blocks.add(whole.ledger.seal());
    whole.writeTo(connection);
    LedgerReader.run(connection, "delete from ledger_block where block_number = 6");
    assertThat(database.verify().out())
        .startsWith("Violation: posting 17: unsealed, the last block is 5");

    whole.ledger.open("money-fen", "payable", false);
    whole.blocks.add(whole.ledger.seal());
    whole.writeTo(connection);
    LedgerReader.run(connection, "delete from ledger_block where block_number = 7");
    assertThat(database.verify().out())
        .startsWith("Violation: account 13: unsealed, the last block is 6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update transfer_load set status = 'in-transit' where id = 501            | it is load-received, but its load 00000000000FN is not received
          delete from transfer_load where id = 501                                 | it is load-received, but its load 00000000000FN is not received
          update transfer_load set status = 'received' where id = 502              | load 00000000000FP: it is received, but has no transfer load-received that stands
          update transfer_load set status = 'received' where id = 503              | load 00000000000FQ: it is received, but has no transfer load-received that stands
          update transfer_load set status = 'refused' where id = 502               | load 00000000000FP: it is refused, but has no transfer load-refused that stands
          update transfer_load set status = 'voided' where id = 502                | account 9: it holds 10000 kg in transit, but its load 00000000000FP is voided
          """)
  void a_load_that_tells_another_story_than_the_ledger_is_found(String change, String what)
      throws SQLException {
    LedgerReader.run(connection, change);

    assertThat(database.verify().out()).startsWith("Violation: ").contains(what);
  }

  @Test
  void a_load_whose_only_refusal_was_taken_back_is_not_refused() throws SQLException {
    Rows.Transfer refused =
        whole.ledger.transfer(
            "load-refused",
            LedgerFixture.MOVING_LOAD,
            null,
            move(whole.onHand, whole.generated, 1));
    whole.ledger.transfer(
        "load-refused",
        LedgerFixture.MOVING_LOAD,
        refused.id(),
        move(whole.generated, whole.onHand, 1));
    whole.blocks.add(whole.ledger.seal());
    whole.writeTo(connection);
    assertThat(database.verify().status()).isZero();

    LedgerReader.run(connection, "update transfer_load set status = 'refused' where id = 502");

    assertThat(database.verify().out())
        .startsWith(
            "Violation: load 00000000000FP: it is refused, but has no transfer load-refused that stands");
  }

  @Test
  void a_load_received_twice_is_found() throws SQLException {
    whole.ledger.transfer(
        "load-received", LedgerFixture.RECEIVED_LOAD, null, move(whole.generated, whole.onHand, 1));
    whole.blocks.add(whole.ledger.seal());

    assertThat(write(whole).out())
        .startsWith("Violation: load 00000000000FN: it has two transfers load-received");
  }

  @Test
  void a_ledger_that_grows_meanwhile_is_in_order_at_every_moment() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<?> trade = executor.submit(trade(done));
      try {
        for (int i = 0; i < 20; i++) {
          assertThat(database.verify())
              .returns("", TestDatabase.Answer::err)
              .returns(VerifyLedger.IN_ORDER, TestDatabase.Answer::status);
        }
      } finally {
        done.set(true);
      }
      trade.get();
    }

    assertThat(database.verify().status()).isZero();
    assertThat(whole.ledger.last().number()).isGreaterThan(6);
  }

  private Callable<Boolean> trade(AtomicBoolean done) {
    return () -> {
      try (Connection other = database.connect()) {
        other.setAutoCommit(false);
        LedgerWriter writer = new LedgerWriter(other);
        while (!done.get()) {
          whole.ledger.open("money-fen", "payable", false);
          whole.ledger.transfer("billed", 401, null, move(whole.owed, whole.money, 5));
          writer.write(List.of(whole.ledger.seal()));
          writer.writeDerived(whole.ledger);
          other.commit();
        }
        return true;
      }
    };
  }

  @Test
  void a_database_that_cannot_be_read_is_not_checked() {
    TestDatabase.Answer wrongPassword =
        TestDatabase.run(
            Map.of("WUFEI_DB_PASSWORD", "wrong"),
            "--url",
            database.url(),
            "--user",
            database.user());
    TestDatabase.Answer nothing = TestDatabase.run(Map.of());

    assertThat(wrongPassword.status()).isEqualTo(VerifyLedger.NOT_CHECKED);
    assertThat(wrongPassword.err())
        .startsWith("infra/verify-ledger: the database cannot be read: Access denied");
    assertThat(nothing.err()).startsWith("infra/verify-ledger: either --url or --proof is needed");
  }

  @Test
  void the_password_may_be_in_a_file() throws IOException {
    Path file = Files.writeString(dir.resolve("password"), database.password() + "\n");

    assertThat(
            TestDatabase.run(
                    Map.of(),
                    "--url",
                    database.url(),
                    "--user",
                    database.user(),
                    "--password-file",
                    file.toString())
                .status())
        .isZero();
  }
}
