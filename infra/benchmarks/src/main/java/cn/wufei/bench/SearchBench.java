package cn.wufei.bench;

import cn.wufei.seeds.Api;
import cn.wufei.seeds.region.LoadRegion;
import cn.wufei.seeds.region.PublishRegion;
import cn.wufei.seeds.region.Published;
import cn.wufei.seeds.region.Region;
import cn.wufei.seeds.region.RegionDrawing;
import cn.wufei.seeds.region.Variety;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The search endpoint among many listings, against the requests that it sent to Elasticsearch,
/// sent again without it.
///
/// The requests are recorded once, by a second instance of the exchange that has a proxy before its
/// Elasticsearch; the instance that is measured has none.
@SuppressWarnings("SystemOut")
public final class SearchBench {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final long SEED = 42;
  private static final int SELLERS = 200;
  private static final int BUYERS = 4;
  private static final int LOADERS = 32;
  private static final int QUESTIONS = 400;
  private static final int DRAWS = 1_500;
  private static final int WARM_UP = 300;
  private static final int CALLERS = 4;
  private static final double EACH_PER_S = 8;
  private static final double PACED_S = 30;
  private static final int P99_BUDGET_MS = 50;
  private static final double RATIO_BUDGET = 1.5;

  private final Exchange exchange;
  private final Path folder;
  private final Path reference;
  private final int listings;

  private SearchBench(Exchange exchange, Path folder, Path reference, int listings) {
    this.exchange = exchange;
    this.folder = folder;
    this.reference = reference;
    this.listings = listings;
  }

  /// @param args state folder, folder of the reference data, how many listings
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path reference = Path.of(args[1]);
    boolean ok;
    try (Exchange exchange = Exchange.market(folder, reference, Exchange.Parts.INDEXED)) {
      ok = new SearchBench(exchange, folder, reference, Integer.parseInt(args[2])).run();
    }
    System.exit(ok ? 0 : 1);
  }

  private boolean run() throws Exception {
    Published published = publish();
    Region.Firm buyer = published.region().firms().get(SELLERS);
    List<Asked> asked = record(published, buyer);
    Client client = signedIn(exchange.url().toString(), buyer);
    SearchServer raw = new SearchServer(exchange.searchUrl());

    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int i = 0; i < WARM_UP; i++) {
      alternate(asked.get(random.nextInt(asked.size())), i % 2 == 0, client, raw);
    }
    long[] whole = new long[DRAWS];
    long[] bare = new long[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      long[] took = alternate(asked.get(random.nextInt(asked.size())), i % 2 == 0, client, raw);
      whole[i] = took[0];
      bare[i] = took[1];
    }
    Arrays.sort(whole);
    Arrays.sort(bare);
    Crowd.Measured paced = paced(asked, client);
    AtomicBoolean over = new AtomicBoolean();
    Thread.startVirtualThread(() -> forgetEachSecond(raw, over));
    Crowd.Measured anew = paced(asked, client);
    over.set(true);
    return report(
        asked.size(), new Crowd.Measured(whole, 0), new Crowd.Measured(bare, 0), paced, anew);
  }

  private static void forgetEachSecond(SearchServer raw, AtomicBoolean over) {
    while (!over.get()) {
      raw.forgetCounts();
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }
  }

  private static Crowd.Measured paced(List<Asked> asked, Client client) {
    return Crowd.paced(
        CALLERS,
        EACH_PER_S,
        PACED_S,
        SEED,
        (_, each) -> client.get(asked.get(each.nextInt(asked.size())).path()));
  }

  private Published publish() throws Exception {
    RegionDrawing drawing = RegionDrawing.settled(SEED, SELLERS, BUYERS, Variety.ALL, reference);
    Region region =
        new Region(
            SEED,
            drawing.firms(),
            drawing.sites(),
            drawing.lots().limit(listings).toList(),
            List.of());
    long startedAt = System.nanoTime();
    Api api = new Api(exchange.url());
    Api.Session operator = LoadRegion.firstOperator(api, folder.resolve("first-operator-secret"));
    Published published =
        new PublishRegion(region, api, operator, LocalDate.now(CHINA), LOADERS).run();
    double postedS = (System.nanoTime() - startedAt) / 1e9;
    Indexed.await(exchange);
    System.out.printf(
        Locale.ROOT,
        "Published %,d lots in %.0f s, findable after %.0f s%n",
        listings,
        postedS,
        (System.nanoTime() - startedAt) / 1e9);
    return published;
  }

  /// Questions with what the exchange asks Elasticsearch to answer them.
  private List<Asked> record(Published published, Region.Firm buyer) throws Exception {
    List<Asked> asked = new ArrayList<>();
    try (RecordingProxy proxy = RecordingProxy.before(exchange.searchUrl());
        ApplicationContext beside =
            exchange.beside(
                Files.createDirectories(folder.resolve("beside")), reference, proxy.url())) {
      Client client = signedIn(beside.getBean(EmbeddedServer.class).getURI().toString(), buyer);
      for (SearchQuestions.Question question :
          SearchQuestions.of(SEED, published, buyer).limit(QUESTIONS).toList()) {
        String path = question.path();
        if (question.second()) {
          String first = client.get(path);
          if (first.contains("\"next\":\"")) {
            path +=
                "&cursor=" + URLEncoder.encode(Client.text(first, "next"), StandardCharsets.UTF_8);
          }
        }
        proxy.take();
        client.get(path);
        asked.add(new Asked(path, proxy.take()));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%.2f requests to Elasticsearch for a question%n",
        asked.stream().mapToInt(each -> each.requests().size()).average().orElse(0));
    return asked;
  }

  private static Client signedIn(String url, Region.Firm firm) {
    return Client.signedIn(
        URI.create(url), PublishRegion.login(SEED, firm), PublishRegion.PASSWORD);
  }

  /// Nanoseconds of the endpoint and of the bare requests, each first in turn.
  private static long[] alternate(
      Asked asked, boolean wholeFirst, Client client, SearchServer raw) {
    long[] took = new long[2];
    for (int turn = 0; turn < 2; turn++) {
      long startedAt = System.nanoTime();
      if (wholeFirst == (turn == 0)) {
        client.get(asked.path());
        took[0] = System.nanoTime() - startedAt;
      } else {
        for (RecordingProxy.Recorded request : asked.requests()) {
          raw.send("POST", request.path(), request.body(), request.contentType());
        }
        took[1] = System.nanoTime() - startedAt;
      }
    }
    return took;
  }

  private boolean report(
      int questions,
      Crowd.Measured whole,
      Crowd.Measured bare,
      Crowd.Measured paced,
      Crowd.Measured anew) {
    double p50 = whole.percentileMs(0.5);
    double ratio = p50 / bare.percentileMs(0.5);
    double p99 = paced.percentileMs(0.99);
    boolean ok = ratio <= RATIO_BUDGET && p99 <= P99_BUDGET_MS;
    System.out.printf(
        Locale.ROOT,
        "{\"name\": \"search\", \"p50_ms\": %.1f, \"p99_ms\": %.1f, \"p50_ratio\": %.2f,"
            + " \"raw_p50_ms\": %.1f, \"raw_p99_ms\": %.1f, \"alone_p99_ms\": %.1f,"
            + " \"paced_p50_ms\": %.1f, \"anew_p50_ms\": %.1f, \"anew_p99_ms\": %.1f, \"listings\": %d, \"questions\": %d, \"callers\": %d,"
            + " \"per_s\": %.0f, \"seed\": %d, \"budget\": {\"p50_ratio\": %.1f, \"p99_ms\": %d},"
            + " \"ok\": %b}%n",
        p50,
        p99,
        ratio,
        bare.percentileMs(0.5),
        bare.percentileMs(0.99),
        whole.percentileMs(0.99),
        paced.percentileMs(0.5),
        anew.percentileMs(0.5),
        anew.percentileMs(0.99),
        listings,
        questions,
        CALLERS,
        CALLERS * EACH_PER_S,
        SEED,
        RATIO_BUDGET,
        P99_BUDGET_MS,
        ok);
    return ok;
  }

  /// @param requests what the exchange sent to Elasticsearch to answer the path
  private record Asked(String path, List<RecordingProxy.Recorded> requests) {}
}
