package cn.wufei.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.ledger.book.StatementBook;
import cn.wufei.exchange.ledger.book.StatementLine;
import cn.wufei.exchange.ledger.book.StatementQuery;
import cn.wufei.exchange.ledger.day.DayTotals;
import cn.wufei.exchange.sql.ManyRows;
import cn.wufei.exchange.testing.TestExchange;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages of statements in a ledger so long that they are looked for stretch by stretch. Its rows
/// are written past the ledger, which would take longer.
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementPagesIT {

  private static final int POSTINGS = 20_000;
  private static final int PER_DAY = 100;

  /// Has two accounts, one of them with most of the postings.
  private static final Id BUSY = Id.of(101);

  /// Has more accounts than are looked up one by one, each with few postings, none in the last
  /// half.
  private static final Id LARGE = Id.of(102);

  /// Has an account with one posting at each end.
  private static final Id QUIET = Id.of(103);

  private static final int LARGE_ACCOUNTS = 1_500;
  private static final int QUIET_ACCOUNT = 2;
  private static final int FIRST_OF_LARGE = 3;
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

  private final List<Row> rows = new ArrayList<>();

  @Test
  void every_page_has_the_next_lines_of_the_accounts_and_none_is_left_out(@TempDir Path folder)
      throws SQLException {
    try (OwnDatabase database = OwnDatabase.migrated(folder);
        TestExchange exchange = TestExchange.get().anotherInstance(database.settings())) {
      make();
      try (Connection connection =
          DriverManager.getConnection(
              database.server().jdbcUrl(),
              database.server().migrationUser(),
              database.server().migrationPassword())) {
        write(connection);
      }
      StatementBook book = exchange.bean(StatementBook.class);

      assertPages(book);
      DayTotals.bringForward(exchange);
      assertPages(book);
      assertStories(exchange.bean(Statements.class));
    }
  }

  private static void assertFirstPages(
      StatementBook book, StatementQuery query, List<Long> oldestFirst, int limit) {
    Long cursor = null;
    List<Long> newestFirst = oldestFirst.reversed();
    for (int from = 0; from <= Math.min(newestFirst.size(), 3 * limit); from += limit) {
      List<Long> page = numbers(book.newest(query, cursor, limit));
      assertThat(page).as(query + " before " + cursor).isEqualTo(part(newestFirst, from, limit));
      cursor = page.isEmpty() ? cursor : page.getLast();
    }
    assertThat(numbers(book.oldest(query, null, limit)))
        .as(query + " oldest")
        .isEqualTo(part(oldestFirst, 0, limit));
    if (!oldestFirst.isEmpty()) {
      Long middle = oldestFirst.get(oldestFirst.size() / 2);
      assertThat(numbers(book.oldest(query, middle, limit)))
          .as(query + " after " + middle)
          .isEqualTo(part(oldestFirst, oldestFirst.size() / 2 + 1, limit));
      assertThat(book.hasMoreThan(query, oldestFirst.size() - 1)).isTrue();
    }
    assertThat(book.hasMoreThan(query, oldestFirst.size())).isFalse();
  }

  private void assertPages(StatementBook book) {
    for (Id organisation : List.of(BUSY, LARGE, QUIET, Id.of(999))) {
      Predicate<Row> owned = row -> row.touches(organisation);
      StatementQuery.Scope scope = new StatementQuery.OfOrganisation(organisation);
      assertFirstPages(book, new StatementQuery(scope, null, null), found(owned), 50);
      assertFirstPages(
          book,
          new StatementQuery(scope, day(20), day(50)),
          found(owned.and(between(day(20), day(50)))),
          50);
    }
    for (int account : List.of(0, 1, QUIET_ACCOUNT, FIRST_OF_LARGE)) {
      Predicate<Row> own = row -> row.debit() == account || row.credit() == account;
      StatementQuery.Scope scope = new StatementQuery.OfAccount(account(account));
      assertFirstPages(book, new StatementQuery(scope, null, null), found(own), 50);
      assertFirstPages(
          book, new StatementQuery(scope, null, day(9)), found(own.and(until(day(9)))), 7);
      assertFirstPages(
          book,
          new StatementQuery(scope, day(20), day(21)),
          found(own.and(between(day(20), day(21)))),
          30);
      assertFirstPages(
          book,
          new StatementQuery(scope, day(150), null),
          found(own.and(between(day(150), LocalDate.MAX))),
          50);
    }
  }

  private void assertStories(Statements statements) {
    for (int account : List.of(0, QUIET_ACCOUNT, FIRST_OF_LARGE)) {
      List<Id> transfers =
          found(row -> row.debit() == account || row.credit() == account).reversed().stream()
              .map(number -> transfer((int) (number - 1)))
              .distinct()
              .toList();
      Page<Statements.Entry> page = statements.ofStream(stream(account), null, 20);
      assertThat(page.items().stream().map(Statements.Entry::transferId))
          .isEqualTo(part(transfers, 0, 20));
      if (page.next() != null) {
        assertThat(
                statements.ofStream(stream(account), Id.parse(page.next()), 20).items().stream()
                    .map(Statements.Entry::transferId))
            .isEqualTo(part(transfers, 20, 20));
      }
    }
  }

  private void make() {
    for (int i = 0; i < POSTINGS; i++) {
      int recordedOn = i / PER_DAY;
      int transfer = i / 2;
      // Most of it happens on the day; some is told later, a little half a year later.
      int late =
          transfer % 97 == 0 ? Math.min(recordedOn, 180) : transfer % 7 == 0 ? transfer % 5 : 0;
      boolean large = i % 3 == 0 && i < POSTINGS / 2;
      boolean quiet = i == 5 || i == POSTINGS - 5;
      int debit = large ? FIRST_OF_LARGE + i % LARGE_ACCOUNTS : quiet ? QUIET_ACCOUNT : 0;
      rows.add(new Row(i + 1L, debit, 1, FIRST_DAY.plusDays(recordedOn - late)));
    }
  }

  private void write(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    ManyRows accounts =
        new ManyRows(
            "ledger_account",
            List.of(
                "id",
                "account_number",
                "account_key",
                "unit",
                "kind",
                "owner_id",
                "stream_id",
                "limited",
                "opened_at"),
            "");
    for (int i = 0; i < FIRST_OF_LARGE + LARGE_ACCOUNTS; i++) {
      accounts.add(
          account(i),
          i + 1,
          "a/" + i,
          "mass-kg",
          "unreconciled",
          owner(i),
          stream(i),
          false,
          recordedAt(0));
    }
    accounts.execute(connection);
    postings(connection);
    seal(connection);
    connection.commit();
  }

  private void postings(Connection connection) throws SQLException {
    ManyRows transfers =
        new ManyRows(
            "ledger_transfer",
            List.of(
                "id",
                "kind",
                "reference",
                "organisation_id",
                "subject_id",
                "occurred_at",
                "occurred_on",
                "recorded_at"),
            "");
    ManyRows postings =
        new ManyRows(
            "ledger_posting",
            List.of(
                "id",
                "transfer_id",
                "line",
                "unit",
                "debit_account_id",
                "credit_account_id",
                "amount",
                "debit_after",
                "credit_after"),
            "");
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (i % 2 == 0) {
        transfers.add(
            transfer(i),
            "stock-take",
            "t-" + i,
            BUSY,
            transfer(i),
            recordedAt(i),
            row.occurredOn(),
            recordedAt(i));
      }
      postings.add(
          row.number(),
          transfer(i),
          i % 2 + 1,
          "mass-kg",
          account(row.debit()),
          account(row.credit()),
          1,
          0,
          0);
    }
    transfers.execute(connection);
    postings.execute(connection);
  }

  /// A block for each day, with no hash of anything.
  private static void seal(Connection connection) throws SQLException {
    new ManyRows("ledger_key", List.of("key_id", "public_key", "first_used_at"), "")
        .add("none", new byte[32], recordedAt(0))
        .execute(connection);
    ManyRows blocks =
        new ManyRows(
            "ledger_block",
            List.of(
                "block_number",
                "previous_hash",
                "recorded_at",
                "last_posting",
                "last_account",
                "postings",
                "accounts",
                "closings",
                "root",
                "hash",
                "key_id",
                "signature"),
            "");
    for (int i = 0; i < POSTINGS / PER_DAY; i++) {
      byte[] hash = new byte[32];
      blocks.add(
          i + 1L,
          hash,
          recordedAt(i * PER_DAY),
          (i + 1L) * PER_DAY,
          FIRST_OF_LARGE + LARGE_ACCOUNTS,
          PER_DAY,
          0,
          0,
          hash,
          hash,
          "none",
          new byte[64]);
    }
    blocks.execute(connection);
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("update ledger_head set last_posting = " + POSTINGS);
    }
  }

  private List<Long> found(Predicate<Row> which) {
    return rows.stream().filter(which).map(Row::number).toList();
  }

  private static List<Long> numbers(List<StatementLine> lines) {
    return lines.stream().map(StatementLine::number).toList();
  }

  private static <T> List<T> part(List<T> all, int from, int limit) {
    return all.stream().skip(from).limit(limit).toList();
  }

  private static Predicate<Row> until(LocalDate day) {
    return between(LocalDate.MIN, day);
  }

  private static Predicate<Row> between(LocalDate from, LocalDate to) {
    return row -> !row.occurredOn().isBefore(from) && !row.occurredOn().isAfter(to);
  }

  private static LocalDate day(int number) {
    return FIRST_DAY.plusDays(number);
  }

  /// Noon in China.
  private static Instant recordedAt(int posting) {
    return Instant.parse("2025-01-01T04:00:00Z").plus(posting / PER_DAY, ChronoUnit.DAYS);
  }

  /// Two postings have one.
  private static Id transfer(int posting) {
    return Id.of(500_000 + posting / 2);
  }

  private static Id account(int account) {
    return Id.of(10_000 + account);
  }

  private static Id stream(int account) {
    return Id.of(50_000 + account);
  }

  private static Id owner(int account) {
    return account >= FIRST_OF_LARGE ? LARGE : account == QUIET_ACCOUNT ? QUIET : BUSY;
  }

  private record Row(long number, int debit, int credit, LocalDate occurredOn) {

    boolean touches(Id organisation) {
      return Stream.of(debit, credit).anyMatch(account -> owner(account).equals(organisation));
    }
  }
}
