package cn.wufei.bench;

import cn.wufei.bench.judge.ReferenceData;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.seeds.Account;
import cn.wufei.seeds.Api;
import cn.wufei.seeds.region.LoadRegion;
import cn.wufei.seeds.region.PublishRegion;
import cn.wufei.seeds.region.Published;
import cn.wufei.seeds.region.Region;
import cn.wufei.seeds.region.Region.Lot;
import cn.wufei.seeds.region.RegionDrawing;
import cn.wufei.seeds.region.Variety;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The best demands for one lot, through HTTP by the lot's owner, as the number of standing demands
/// grows; at the end against a well-indexed SQL match on the same rows.
@SuppressWarnings("SystemOut")
public final class MatchBench {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final long SEED = 42;
  private static final int SELLERS = 12;
  private static final int BUYERS = 5_000;
  private static final int LOTS = 300;
  private static final int DRAWS = 600;

  /// Some thousands of questions pass until both JVMs have compiled what answers them.
  private static final int FIRST_WARM_UP = 2_500;

  private static final int WARM_UP = 1_500;

  /// Lots asked for during the warm-up. The others are shown matches for the first time in what is
  /// measured.
  private static final int WARM_UP_LOTS = LOTS / 2;

  private static final int SQL_DRAWS = 100;
  private static final int LOADERS = 4;
  private static final int P99_BUDGET_MS = 50;
  private static final int GROWTH_BUDGET = 4;
  private static final int SQL_BUDGET = 5;
  private static final int LOST_LOTS = 100;

  /// Looks at whatever fits, and ranks all that Elasticsearch ranks again.
  private static final Map<String, Object> THOROUGH =
      Map.of(
          "wufei.matching.compared-max", 100_000_000,
          "wufei.matching.ranked-max", 10_000,
          "wufei.matching.candidates-max", 1_000,
          "wufei.matching.judged-max", 300,
          "wufei.search.timeout", "60s");

  private final Exchange exchange;
  private final Path reference;
  private final LocalDate today = LocalDate.now(CHINA);
  private final RegionDrawing drawing;
  private final Region sellers;

  private MatchBench(Exchange exchange, Path reference) {
    this.exchange = exchange;
    this.reference = reference;
    this.drawing = RegionDrawing.settled(SEED, SELLERS, BUYERS, Variety.PLAIN, reference);
    this.sellers =
        new Region(
            SEED,
            drawing.firms().subList(0, SELLERS),
            drawing.sites().stream().filter(site -> site.firm() < SELLERS).toList(),
            drawing
                .lots()
                .filter(lot -> !lot.withdrawn() && !firmOf(lot).suspended())
                .limit(LOTS)
                .toList(),
            List.of());
  }

  private Region.Firm firmOf(Lot lot) {
    return drawing.firms().get(drawing.sites().get(lot.site()).firm());
  }

  /// @param args state folder, folder of the reference data, then the numbers of demands, growing
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    List<Integer> sizes = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      sizes.add(Integer.valueOf(args[i]));
    }
    boolean ok;
    try (Exchange exchange = Exchange.market(folder, Path.of(args[1]), Exchange.Parts.WEB)) {
      ok = new MatchBench(exchange, Path.of(args[1])).run(folder, sizes);
    }
    System.exit(ok ? 0 : 1);
  }

  private boolean run(Path folder, List<Integer> sizes) throws Exception {
    SearchServer search = new SearchServer(exchange.searchUrl());
    for (SearchIndex index : SearchIndex.values()) {
      search.createBehindAlias(index);
    }
    Api api = new Api(exchange.url());
    Api.Session operator = LoadRegion.firstOperator(api, folder.resolve("first-operator-secret"));
    Published published = new PublishRegion(sellers, api, operator, today, LOADERS).run();

    List<Crowd.Measured> measured = new ArrayList<>();
    Answers answers = new Answers();
    Crowd.Measured sql;
    try (StandingDemands demands = new StandingDemands(exchange, drawing, today)) {
      for (int size : sizes) {
        long startedAt = System.nanoTime();
        demands.fillTo(size);
        System.out.printf(
            Locale.ROOT,
            "%,d standing demands, filled in %.0f s%n",
            size,
            (System.nanoTime() - startedAt) / 1e9);
        if (measured.isEmpty()) {
          warmUp(published, FIRST_WARM_UP);
        }
        warmUp(published, WARM_UP);
        measured.add(
            Draws.measureWarm(
                String.format(Locale.ROOT, "matches of a lot among %,d", size),
                DRAWS,
                SEED,
                random -> answers.add(matches(published, random.nextInt(LOTS)))));
      }
    }
    System.out.printf(
        Locale.ROOT, "%.1f matches in an answer, the most %d%n", answers.mean(), answers.most);
    try (SqlMatch match = new SqlMatch(exchange.connect(), ReferenceData.read(reference), today)) {
      sql =
          Draws.measure(
              "the same as one SQL statement",
              SQL_DRAWS,
              SEED,
              random -> inSql(match, published, random.nextInt(LOTS)));
    }
    return report(sizes, measured, sql, answers, lost(folder, published));
  }

  /// What share of the first matches of lots is missing when matches are ranked in the steps of the
  /// product instead of by the whole reckoning of whatever fits.
  private Lost lost(Path folder, Published published) throws Exception {
    Path beside = Files.createDirectories(folder.resolve("beside"));
    List<Set<String>> shown = new ArrayList<>();
    for (int number = 0; number < LOST_LOTS; number++) {
      shown.add(ids(published.session(firmOf(sellers.lots().get(number))), published, number));
    }
    long all = 0;
    long missing = 0;
    long worst = 0;
    try (ApplicationContext thorough =
        exchange.beside(beside, reference, exchange.searchUrl(), THOROUGH)) {
      Api api = new Api(thorough.getBean(EmbeddedServer.class).getURI());
      for (int number = 0; number < LOST_LOTS; number++) {
        Region.Firm firm = firmOf(sellers.lots().get(number));
        Api.Session session =
            api.session(
                new Account(
                    PublishRegion.login(SEED, firm),
                    PublishRegion.PASSWORD,
                    "admin",
                    "admin",
                    "org-admin",
                    firm.name(),
                    firm.nameEn()));
        Set<String> best = ids(session, published, number);
        all += best.size();
        best.removeAll(shown.get(number));
        missing += best.size();
        worst = Math.max(worst, best.size());
      }
    }
    return new Lost(all == 0 ? 0 : (double) missing / all, worst);
  }

  private Set<String> ids(Api.Session session, Published published, int number) {
    Set<String> ids = new HashSet<>();
    session
        .get("/lots/" + published.lotId(sellers.lots().get(number)) + "/matches")
        .path("items")
        .forEach(item -> ids.add(item.path("demand").path("id").asText()));
    return ids;
  }

  /// Until both JVMs, the exchange's and that of Elasticsearch, have compiled what they run.
  private void warmUp(Published published, int count) {
    Draws.warmUp(count, SEED + 1, random -> matches(published, random.nextInt(WARM_UP_LOTS)));
  }

  private int matches(Published published, int number) {
    Lot lot = sellers.lots().get(number);
    JsonNode answer =
        published.session(firmOf(lot)).get("/lots/" + published.lotId(lot) + "/matches");
    return answer.path("items").size();
  }

  private void inSql(SqlMatch match, Published published, int number) {
    Lot lot = sellers.lots().get(number);
    String organisation = published.organisationIds().get(firmOf(lot).number());
    match.best(
        Id.parse(published.lotId(lot)),
        Id.parse(String.valueOf(organisation)),
        lot,
        drawing.sites().get(lot.site()));
  }

  private static boolean report(
      List<Integer> sizes,
      List<Crowd.Measured> measured,
      Crowd.Measured sql,
      Answers answers,
      Lost lost) {
    Crowd.Measured last = measured.getLast();
    double p50 = last.percentileMs(0.5);
    double growth = p50 / measured.getFirst().percentileMs(0.5);
    double sqlRatio = sql.percentileMs(0.5) / p50;
    boolean ok =
        last.percentileMs(0.99) <= P99_BUDGET_MS
            && growth <= GROWTH_BUDGET
            && sqlRatio >= SQL_BUDGET;
    StringBuilder each = new StringBuilder();
    for (int i = 0; i < sizes.size(); i++) {
      each.append(i == 0 ? "" : ", ")
          .append(
              String.format(
                  Locale.ROOT,
                  "{\"demands\": %d, \"p50_ms\": %.1f, \"p99_ms\": %.1f}",
                  sizes.get(i),
                  measured.get(i).percentileMs(0.5),
                  measured.get(i).percentileMs(0.99)));
    }
    System.out.printf(
        Locale.ROOT,
        "{\"name\": \"match\", \"p50_ms\": %.1f, \"p99_ms\": %.1f, \"growth\": %.2f,"
            + " \"sql_ratio\": %.2f, \"sql_p50_ms\": %.1f, \"sql_p99_ms\": %.1f, \"sizes\": [%s],"
            + " \"lost_share\": %.4f, \"lost_most\": %d, \"lots\": %d, \"sellers\": %d, \"buyers\": %d, \"matches_mean\": %.1f,"
            + " \"seed\": %d, \"budget\": {\"p99_ms\": %d, \"growth\": %d, \"sql_ratio\": %d},"
            + " \"ok\": %b}%n",
        p50,
        last.percentileMs(0.99),
        growth,
        sqlRatio,
        sql.percentileMs(0.5),
        sql.percentileMs(0.99),
        each,
        lost.share(),
        lost.most(),
        LOTS,
        SELLERS,
        BUYERS,
        answers.mean(),
        SEED,
        P99_BUDGET_MS,
        GROWTH_BUDGET,
        SQL_BUDGET,
        ok);
    return ok;
  }

  /// @param share of all first matches
  /// @param most of one lot
  private record Lost(double share, long most) {}

  /// How long the answers were.
  private static final class Answers {
    private long count;
    private long sum;
    private int most;

    void add(int matches) {
      count++;
      sum += matches;
      most = Math.max(most, matches);
    }

    double mean() {
      return count == 0 ? 0 : (double) sum / count;
    }
  }
}
