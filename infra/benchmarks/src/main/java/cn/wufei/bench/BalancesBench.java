package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.Statements;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// What accounts hold now, at any recorded moment, at the end of any day and both together, and
/// pages of statements, in a ledger of ten million postings of two years.
@SuppressWarnings("SystemOut")
public final class BalancesBench {

  private static final int DRAWS = 3_000;
  private static final int HOTTEST_DRAWS = 1_000;
  private static final int CHECKED = 100;
  private static final int BALANCE_BUDGET_MS = 20;
  private static final int STATEMENT_BUDGET_MS = 50;
  private static final int HOTTEST = 0;

  private final Exchange exchange;
  private final GivenLedger ledger;
  private final Questions questions;
  private final Zipf zipf = new Zipf(GivenLedger.QUIET, GivenLedger.EXPONENT);
  private final Map<String, Crowd.Measured> measured = new LinkedHashMap<>();
  private long seed = 1;

  private BalancesBench(Exchange exchange, GivenLedger ledger) {
    this.exchange = exchange;
    this.ledger = ledger;
    questions = new Questions(exchange, ledger);
  }

  /// @param args state folder, folder of the reference data, how many postings
  public static void main(String[] args) throws Exception {
    GivenLedger ledger = new GivenLedger(Integer.parseInt(args[2]));
    boolean ok;
    try (Exchange exchange = Exchange.start(Path.of(args[0]), Path.of(args[1]))) {
      ok = new BalancesBench(exchange, ledger).run();
    }
    System.exit(ok ? 0 : 1);
  }

  private boolean run() throws Exception {
    System.out.printf(Locale.ROOT, "Filling with %,d postings%n", ledger.postings());
    long startedAt = System.nanoTime();
    new FillLedger(exchange, ledger).run();
    double fillS = (System.nanoTime() - startedAt) / 1e9;
    System.out.printf(Locale.ROOT, "Filled in %.0f s; bringing the days forward%n", fillS);
    startedAt = System.nanoTime();
    awaitDays();
    double rollS = (System.nanoTime() - startedAt) / 1e9;
    System.out.printf(Locale.ROOT, "Brought forward in %.0f s%n", rollS);

    anyAccount();
    hottestAccount();
    pages();
    stories();
    System.out.println("Adding up what was answered");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    int drift = questions.drift(CHECKED, random, zipf);
    return report(fillS, rollS, drift);
  }

  /// The exchange brings them forward by itself.
  private void awaitDays() throws SQLException, InterruptedException {
    while (count("select last_posting from ledger_day_head") < ledger.postings()) {
      Thread.sleep(50);
    }
  }

  private long count(String query) throws SQLException {
    try (Connection connection = exchange.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void anyAccount() {
    System.out.println("Any account");
    measure("now", DRAWS, random -> questions.now(zipf.next(random)));
    measure("recorded", DRAWS, random -> questions.at(zipf.next(random), questions.moment(random)));
    measure(
        "occurred",
        DRAWS,
        random -> questions.on(zipf.next(random), questions.day(random, ledger.lastMoment())));
    measure(
        "both",
        DRAWS,
        random -> {
          var moment = questions.moment(random);
          questions.on(zipf.next(random), questions.day(random, moment), moment);
        });
    measure(
        "course", DRAWS, random -> questions.course(zipf.next(random), questions.month(random)));
  }

  private void hottestAccount() {
    System.out.println("The hottest account");
    measure("hottest_now", HOTTEST_DRAWS, random -> questions.now(HOTTEST));
    measure(
        "hottest_recorded",
        HOTTEST_DRAWS,
        random -> questions.at(HOTTEST, questions.moment(random)));
    measure(
        "hottest_occurred",
        HOTTEST_DRAWS,
        random -> questions.on(HOTTEST, questions.day(random, ledger.lastMoment())));
    measure(
        "hottest_both",
        HOTTEST_DRAWS,
        random -> {
          var moment = questions.moment(random);
          questions.on(HOTTEST, questions.day(random, moment), moment);
        });
    measure(
        "hottest_course",
        HOTTEST_DRAWS,
        random -> questions.course(HOTTEST, questions.month(random)));
  }

  private void pages() {
    System.out.println("A page of a statement, the newest and one at a cursor in turn");
    boolean[] deep = new boolean[1];
    measure("statement", DRAWS, random -> page(random, zipf.next(random), deep));
    measure("hottest_statement", HOTTEST_DRAWS, random -> page(random, HOTTEST, deep));
    measure(
        "month_statement",
        HOTTEST_DRAWS,
        random -> questions.ofMonth(zipf.next(random), questions.month(random)));
    measure(
        "hottest_month_statement",
        HOTTEST_DRAWS,
        random -> questions.ofMonth(HOTTEST, questions.month(random)));
    measure(
        "organisation_statement",
        DRAWS,
        random -> page(random, GivenLedger.owner(zipf.next(random)), deep));
    measure(
        "hottest_organisation_statement",
        HOTTEST_DRAWS,
        random -> page(random, GivenLedger.owner(HOTTEST), deep));
    measure(
        "large_organisation_statement",
        HOTTEST_DRAWS,
        random -> page(random, GivenLedger.LARGE, deep));
    measure(
        "gone_organisation_statement",
        HOTTEST_DRAWS,
        random -> page(random, GivenLedger.GONE, deep));
    measure(
        "organisation_month",
        HOTTEST_DRAWS,
        random -> questions.ofMonth(GivenLedger.owner(zipf.next(random)), questions.month(random)));
    measure(
        "hottest_organisation_month",
        HOTTEST_DRAWS,
        random -> questions.ofMonth(GivenLedger.owner(HOTTEST), questions.month(random)));
  }

  private void page(RandomGenerator random, int account, boolean[] deep) {
    deep[0] = !deep[0];
    questions.ofAccount(account, deep[0] ? (Long) questions.cursor(random) : null);
  }

  private void page(RandomGenerator random, Id organisation, boolean[] deep) {
    deep[0] = !deep[0];
    questions.ofOrganisation(organisation, deep[0] ? (Long) questions.cursor(random) : null);
  }

  private void stories() {
    System.out.println("A page of the transfers of a stream");
    measure("stream", HOTTEST_DRAWS, random -> story(zipf.next(random)));
    measure("hottest_stream", HOTTEST_DRAWS / 10, random -> story(HOTTEST));
    measure("gone_stream", HOTTEST_DRAWS / 10, random -> story(GivenLedger.QUIET));
  }

  private void story(int account) {
    List<Statements.Entry> page = questions.ofStream(account, null);
    if (page.isEmpty()) {
      throw new IllegalStateException("a stream without transfers");
    }
  }

  private void measure(String name, int count, Draws.Question question) {
    measured.put(name, Draws.measure(name, count, seed++, question));
  }

  private boolean report(double fillS, double rollS, int drift) {
    boolean ok = drift == 0;
    StringBuilder times = new StringBuilder();
    for (Map.Entry<String, Crowd.Measured> one : measured.entrySet()) {
      double p50 = one.getValue().percentileMs(0.5);
      double p99 = one.getValue().percentileMs(0.99);
      times.append(
          String.format(
              Locale.ROOT,
              "\"%1$s_p50_ms\": %2$.2f, \"%1$s_p99_ms\": %3$.2f, ",
              one.getKey(),
              p50,
              p99));
      ok &= p99 <= budgetMs(one.getKey());
    }
    System.out.printf(
        Locale.ROOT,
        "{\"name\": \"balances\", %s\"fill_s\": %.0f, \"roll_s\": %.0f, \"postings\": %d,"
            + " \"blocks\": %d, \"accounts\": %d, \"zipf\": %.1f, \"checked\": %d, \"drift\": %d,"
            + " \"budget\": {\"balance_p99_ms\": %d, \"statement_p99_ms\": %d, \"drift\": 0},"
            + " \"ok\": %b}%n",
        times,
        fillS,
        rollS,
        ledger.postings(),
        ledger.blocks(),
        GivenLedger.ACCOUNTS,
        GivenLedger.EXPONENT,
        CHECKED,
        drift,
        BALANCE_BUDGET_MS,
        STATEMENT_BUDGET_MS,
        ok);
    return ok;
  }

  /// A month of an organisation is told and has no budget: it takes longer the more accounts there
  /// are.
  private static int budgetMs(String name) {
    if (name.endsWith("organisation_month")) {
      return Integer.MAX_VALUE;
    }
    return name.endsWith("statement") || name.endsWith("stream")
        ? STATEMENT_BUDGET_MS
        : BALANCE_BUDGET_MS;
  }
}
