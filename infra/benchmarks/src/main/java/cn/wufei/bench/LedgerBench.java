package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.BlockCommitter;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.Transfer;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;

/// The ledger under 64 callers, against two baselines on the same server: a bare multi-row insert
/// of the same rows on one connection (the floor that no ledger on this database can pass), and a
/// textbook ledger with one transaction for each transfer.
@SuppressWarnings("SystemOut")
public final class LedgerBench {

  private static final int CALLERS = 64;
  private static final int ACCOUNTS = 1_000;
  private static final double EXPONENT = 1.2;
  private static final int POSTS_BUDGET = 20_000;
  private static final double FLOOR_BUDGET = 0.5;
  private static final double TEXTBOOK_BUDGET = 8;

  private final Exchange exchange;
  private final double warmUpS;
  private final double measureS;
  private final List<AccountKey> accounts = new ArrayList<>();
  private final Zipf zipf = new Zipf(ACCOUNTS, EXPONENT);

  private LedgerBench(Exchange exchange, double warmUpS, double measureS) {
    this.exchange = exchange;
    this.warmUpS = warmUpS;
    this.measureS = measureS;
    for (int i = 0; i < ACCOUNTS; i++) {
      var origin =
          new AccountKey.Origin(Id.of(1000 + i % 40), Id.of(2000), Id.of(3000 + i), "slag");
      accounts.add(AccountKey.stock(AccountKind.UNRECONCILED, origin, 2026));
    }
  }

  /// @param args state folder, folder of the reference data, seconds of warm-up, seconds measured
  public static void main(String[] args) throws Exception {
    boolean ok;
    try (Exchange exchange = Exchange.start(Path.of(args[0]), Path.of(args[1]))) {
      ok =
          new LedgerBench(exchange, Double.parseDouble(args[2]), Double.parseDouble(args[3])).run();
    }
    System.exit(ok ? 0 : 1);
  }

  private boolean run() throws SQLException {
    Journal journal = exchange.bean(Journal.class);
    BlockCommitter blocks = exchange.bean(BlockCommitter.class);
    try (Connection connection = exchange.connect()) {
      BenchRows.create(connection, exchange.user());
    }
    openAccounts(journal, blocks);
    PostTickets useCase = new PostTickets(journal, exchange.bean(DSLContext.class));

    System.out.printf("Warming up for %.0f s%n", warmUpS);
    Crowd.Measured warm = crowd(blocks, useCase, warmUpS, "warm");
    long blocksBefore = count("select block_number from ledger_head");
    Crowd.Measured measured = crowd(blocks, useCase, measureS, "post");
    long members = measured.count();
    double perBlock =
        (double) members
            / Math.max(1, count("select block_number from ledger_head") - blocksBefore);
    System.out.printf(
        Locale.ROOT,
        "Ledger: %,.0f postings/s, %.1f in a block, p50 %.2f ms, p99 %.2f ms%n",
        measured.perSecond(),
        perBlock,
        measured.percentileMs(0.5),
        measured.percentileMs(0.99));
    long drift = drift(ACCOUNTS + warm.count() + measured.count(), warm.count() + members);

    Baselines baselines = new Baselines(exchange, accounts, zipf);
    double floor = baselines.floor(Math.max(1, (int) Math.round(perBlock)), measureS / 2);
    System.out.printf(Locale.ROOT, "Floor: %,.0f postings/s%n", floor);
    double textbook = baselines.textbook(CALLERS, measureS / 2);
    System.out.printf(Locale.ROOT, "Textbook: %,.0f postings/s%n", textbook);
    return report(measured, perBlock, floor, textbook, drift);
  }

  private void openAccounts(Journal journal, BlockCommitter blocks) {
    for (int i = 0; i < ACCOUNTS; i++) {
      TransferDraft draft =
          draft("open-" + i, accounts.get(i), accounts.get((i + 1) % ACCOUNTS), 1_000);
      if (!(blocks.commit(() -> journal.post(draft)) instanceof Outcome.Done<Transfer>)) {
        throw new IllegalStateException("an account could not be opened");
      }
    }
  }

  private Crowd.Measured crowd(
      BlockCommitter blocks, PostTickets useCase, double seconds, String name) {
    long[] asked = new long[CALLERS];
    return Crowd.run(
        CALLERS,
        seconds,
        42,
        (caller, random) -> {
          PostTickets.Command command = command(name, caller, asked[caller]++, random);
          if (!(blocks.commit(useCase, command) instanceof Outcome.Done<Transfer>)) {
            throw new IllegalStateException("a posting was refused");
          }
        });
  }

  private PostTickets.Command command(
      String name, int caller, long number, RandomGenerator random) {
    int from = zipf.next(random);
    int to = zipf.next(random);
    if (to == from) {
      to = (from + 1) % ACCOUNTS;
    }
    String reference = name + "-" + caller + "-" + number;
    return new PostTickets.Command(
        draft(reference, accounts.get(from), accounts.get(to), random.nextLong(20_000, 35_000)),
        from,
        to,
        "鲁A" + (10_000 + caller));
  }

  private static TransferDraft draft(String reference, AccountKey from, AccountKey to, long kg) {
    return new TransferDraft(
        TransferKind.STOCK_TAKE,
        reference,
        Id.of(1),
        Id.next(),
        Instant.now(),
        List.of(new Move(from, to, kg)));
  }

  /// What was acknowledged and is not there, or there twice, and by how much the sums differ.
  private long drift(long postings, long tickets) throws SQLException {
    long drift = Math.abs(count("select count(*) from ledger_posting") - postings);
    drift += Math.abs(count("select count(*) from bench_ticket") - tickets);
    drift += Math.abs(count("select last_posting from ledger_head") - postings);
    drift += Math.abs(count("select sum(debit_total) - sum(credit_total) from ledger_balance"));
    drift +=
        count(
            "select count(*) from ledger_balance b left join (select account_id, sum(d) d, sum(c) c"
                + " from (select debit_account_id account_id, amount d, 0 c from ledger_posting"
                + " union all select credit_account_id, 0, amount from ledger_posting) m group by"
                + " account_id) s on s.account_id = b.account_id where b.debit_total <> s.d or"
                + " b.credit_total <> s.c or s.d is null");
    return drift;
  }

  private long count(String query) throws SQLException {
    try (Connection connection = exchange.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private boolean report(
      Crowd.Measured measured, double perBlock, double floor, double textbook, long drift) {
    double floorRatio = measured.perSecond() / floor;
    double textbookRatio = measured.perSecond() / textbook;
    boolean ok =
        measured.perSecond() >= POSTS_BUDGET
            && floorRatio >= FLOOR_BUDGET
            && textbookRatio >= TEXTBOOK_BUDGET
            && drift == 0;
    System.out.printf(
        Locale.ROOT,
        "{\"name\": \"ledger\", \"posts_per_s\": %.0f, \"floor_ratio\": %.2f, \"textbook_ratio\":"
            + " %.1f, \"p99_ms\": %.2f, \"drift\": %d, \"p50_ms\": %.2f, \"floor_per_s\": %.0f,"
            + " \"textbook_per_s\": %.0f, \"postings_per_block\": %.1f, \"callers\": %d,"
            + " \"accounts\": %d, \"zipf\": %.1f, \"seconds\": %.0f, \"budget\": {\"posts_per_s\":"
            + " %d, \"floor_ratio\": %.1f, \"textbook_ratio\": %.0f, \"drift\": 0}, \"ok\": %b}%n",
        measured.perSecond(),
        floorRatio,
        textbookRatio,
        measured.percentileMs(0.99),
        drift,
        measured.percentileMs(0.5),
        floor,
        textbook,
        perBlock,
        CALLERS,
        ACCOUNTS,
        EXPONENT,
        measureS,
        POSTS_BUDGET,
        FLOOR_BUDGET,
        TEXTBOOK_BUDGET,
        ok);
    return ok;
  }
}
