package cn.wufei.bench;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.seeds.Api;
import cn.wufei.seeds.region.LoadRegion;
import cn.wufei.seeds.region.PublishRegion;
import cn.wufei.seeds.region.Published;
import cn.wufei.seeds.region.Region;
import cn.wufei.seeds.region.Region.Lot;
import cn.wufei.seeds.region.RegionDrawing;
import cn.wufei.seeds.region.Variety;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/// From a change of a lot to its being found, and how fast the index is built anew from the
/// database against bulk requests with the same bodies.
@SuppressWarnings("SystemOut")
public final class IndexBench {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final long SEED = 42;
  private static final int SELLERS = 16;
  private static final int LOTS = 3_000;
  private static final int COPIES = 20;
  private static final int LOADERS = 16;
  private static final int CALLERS = 16;
  private static final double WRITES_PER_S = 200;
  private static final double WARM_UPS = 2;
  private static final int BULK = 500;
  private static final int REFRESH_MS = 1_000;
  private static final int LAG_BUDGET_MS = REFRESH_MS + 300;
  private static final double REBUILD_BUDGET = 0.7;
  private static final Duration REBUILD_LIMIT = Duration.ofMinutes(10);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String RAW = "bench-raw";
  private static final String NDJSON = "application/x-ndjson";

  private final Exchange exchange;
  private final Path folder;
  private final Path reference;
  private final SearchServer search;
  private final LocalDate today = LocalDate.now(CHINA);

  private IndexBench(Exchange exchange, Path folder, Path reference) {
    this.exchange = exchange;
    this.folder = folder;
    this.reference = reference;
    this.search = new SearchServer(exchange.searchUrl());
  }

  /// @param args state folder, folder of the reference data, seconds of writing
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path reference = Path.of(args[1]);
    boolean ok;
    try (Exchange exchange = Exchange.market(folder, reference, Exchange.Parts.ALL)) {
      ok = new IndexBench(exchange, folder, reference).run(Double.parseDouble(args[2]));
    }
    System.exit(ok ? 0 : 1);
  }

  private boolean run(double seconds) throws Exception {
    Published published = publish();
    Rates rates = rebuild();
    System.out.printf(
        Locale.ROOT,
        "Built anew with %,d documents: %,.0f/s from the database, %,.0f/s in bare bulk requests%n",
        LOTS * (COPIES + 1),
        rates.builtPerS(),
        rates.barePerS());
    // Until both JVMs have compiled what they run: on a slow machine they still took a tenth of
    // both
    // cores for it in the second minute.
    write(published, WARM_UPS * seconds);
    Written written = write(published, seconds);
    return report(written, rates);
  }

  private Published publish() throws Exception {
    RegionDrawing drawing = RegionDrawing.settled(SEED, SELLERS, 1, Variety.PLAIN, reference);
    Region region =
        new Region(
            SEED,
            drawing.firms().stream().map(IndexBench::trusted).toList(),
            drawing.sites(),
            drawing.lots().filter(lot -> !lot.withdrawn()).limit(LOTS).toList(),
            List.of());
    Api api = new Api(exchange.url());
    Api.Session operator = LoadRegion.firstOperator(api, folder.resolve("first-operator-secret"));
    Published published = new PublishRegion(region, api, operator, today, LOADERS).run();
    Indexed.await(exchange);
    return published;
  }

  /// Nobody is suspended here, so that every lot may be changed.
  private static Region.Firm trusted(Region.Firm firm) {
    return new Region.Firm(
        firm.number(), firm.uscc(), firm.name(), firm.nameEn(), firm.kind(), firm.adcode(), false);
  }

  /// Gives every document many copies under ids of their own. When the index has them, it is built
  /// anew as an operator would have it done; then the same bodies go in bare bulk requests to an
  /// index of the same make, one request after another.
  private Rates rebuild() throws Exception {
    List<String> bodies = bodies();
    long count = (long) LOTS * (COPIES + 1);
    try (Connection connection = exchange.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int copy = 1; copy <= COPIES; copy++) {
        statement.executeUpdate(
            "insert into search_document (kind, id, version, revision, status, body, edition,"
                + " pending, changed_at) select kind, id + "
                + copy
                + " * 1000000000000, version, revision, status, body, edition, 1, utc_timestamp(6)"
                + " from search_document where id < "
                + Id.next().value());
      }
      connection.commit();
    }
    Indexed.await(exchange);
    double builtS = builtAnewS();

    search.create(RAW, SearchIndex.LOTS, "");
    long startedAt = System.nanoTime();
    for (int from = 0; from < count; from += BULK) {
      bulk(bodies, from);
    }
    double bareS = (System.nanoTime() - startedAt) / 1e9;
    search.send("DELETE", "/" + RAW, "");
    return new Rates(count / builtS, count / bareS);
  }

  private double builtAnewS() throws Exception {
    try (Connection connection = exchange.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update search_upkeep set rebuild_requested_at = utc_timestamp(6) where kind = 'lot'");
      long deadline = System.nanoTime() + REBUILD_LIMIT.toNanos();
      while (System.nanoTime() < deadline) {
        try (ResultSet row =
            statement.executeQuery(
                "select timestampdiff(microsecond, rebuild_started_at, rebuild_ended_at) from"
                    + " search_upkeep where kind = 'lot' and rebuild_requested_at is null and"
                    + " rebuild_state = 'idle'")) {
          if (row.next()) {
            return row.getLong(1) / 1e6;
          }
        }
        Thread.sleep(POLL);
      }
    }
    throw new IllegalStateException("the index was not built anew");
  }

  private void bulk(List<String> bodies, int from) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < from + BULK; i++) {
      lines
          .append("{\"index\":{\"_id\":\"")
          .append(i)
          .append("\",\"version_type\":\"external\",\"version\":1}}\n")
          .append(bodies.get(i % bodies.size()))
          .append('\n');
    }
    String answer =
        search.send(
            "POST",
            "/" + RAW + "/_bulk?filter_path=errors",
            lines.toString().getBytes(StandardCharsets.UTF_8),
            NDJSON);
    if (!answer.contains("\"errors\":false")) {
      throw new IllegalStateException("the index refuses documents: " + answer);
    }
  }

  private List<String> bodies() throws SQLException {
    List<String> bodies = new ArrayList<>();
    try (Connection connection = exchange.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select body from search_document")) {
      while (rows.next()) {
        bodies.add(rows.getString(1));
      }
    }
    return bodies;
  }

  /// Callers change prices, each of the lots of one firm in turn.
  private Written write(Published published, double seconds) throws Exception {
    AtomicIntegerArray turns = new AtomicIntegerArray(CALLERS);
    AtomicLong writes = new AtomicLong();
    Changes changes = Changes.of(published, today);
    try (FoundWatch watch = new FoundWatch(search)) {
      Crowd.Measured measured =
          Crowd.paced(
              CALLERS,
              WRITES_PER_S / CALLERS,
              seconds,
              SEED,
              (caller, random) -> {
                Lot lot = changes.next(caller, turns.getAndIncrement(caller));
                long sentAt = System.nanoTime();
                long version = changes.change(lot, random);
                watch.expect(Id.parse(published.lotId(lot)), version, sentAt, System.nanoTime());
                writes.incrementAndGet();
              });
      List<FoundWatch.Lag> lags = watch.awaitAll();
      return new Written(
          sorted(lags, FoundWatch.Lag::sinceAnswered, measured.seconds()),
          sorted(lags, FoundWatch.Lag::sinceSent, measured.seconds()),
          writes.get() / measured.seconds(),
          measured);
    }
  }

  private static Crowd.Measured sorted(
      List<FoundWatch.Lag> lags, ToLongFunction<FoundWatch.Lag> since, double seconds) {
    return new Crowd.Measured(lags.stream().mapToLong(since).sorted().toArray(), seconds);
  }

  private static boolean report(Written written, Rates rates) {
    double p99 = written.lags().percentileMs(0.99);
    double ratio = rates.builtPerS() / rates.barePerS();
    boolean ok = p99 <= LAG_BUDGET_MS && ratio >= REBUILD_BUDGET;
    System.out.printf(
        Locale.ROOT,
        "{\"name\": \"index\", \"lag_p50_ms\": %.0f, \"lag_p99_ms\": %.0f, \"rebuild_ratio\": %.2f,"
            + " \"sent_p50_ms\": %.0f, \"sent_p99_ms\": %.0f,"
            + " \"rebuild_per_s\": %.0f, \"bulk_per_s\": %.0f, \"writes_per_s\": %.0f,"
            + " \"write_p50_ms\": %.1f, \"write_p99_ms\": %.1f, \"writes\": %d,"
            + " \"documents\": %d, \"callers\": %d, \"seconds\": %.0f, \"refresh_ms\": %d,"
            + " \"budget\": {\"lag_p99_ms\": %d, \"rebuild_ratio\": %.1f}, \"ok\": %b}%n",
        written.lags().percentileMs(0.5),
        p99,
        ratio,
        written.sent().percentileMs(0.5),
        written.sent().percentileMs(0.99),
        rates.builtPerS(),
        rates.barePerS(),
        written.perS(),
        written.took().percentileMs(0.5),
        written.took().percentileMs(0.99),
        written.lags().count(),
        LOTS * (COPIES + 1),
        CALLERS,
        written.lags().seconds(),
        REFRESH_MS,
        LAG_BUDGET_MS,
        REBUILD_BUDGET,
        ok);
    return ok;
  }

  private record Rates(double builtPerS, double barePerS) {}

  /// @param lags from the answer of a change, right after its commit, until it was found
  /// @param sent the same from when it was sent
  /// @param took how long the writes themselves took, from when each was due
  private record Written(
      Crowd.Measured lags, Crowd.Measured sent, double perS, Crowd.Measured took) {}
}
