package cn.wufei.exchange.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.Haul;
import cn.wufei.exchange.haul.HaulFixture;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.searchfeed.SearchFeed;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.OnOneDatabase;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.indexer.document.DemandDocument;
import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import cn.wufei.indexer.document.MatchPart;
import cn.wufei.indexer.document.OrganisationPart;
import cn.wufei.indexer.document.SitePart;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchIndex;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Order and limit by cost against documents costed one by one, by rates that jump and begin within
/// the distances that occur, for every pair of bases.
@OnOneDatabase
@DisplayNameGeneration(ReplaceUnderscores.class)
class CostScoreIT {

  private static final long SEED = Long.getLong("wufei.test.seed", new Random().nextLong());
  private static final Random RANDOM = new Random(SEED);
  private static final GeoPoint HERE = new GeoPoint(36.65, 117.12);
  private static final int COUNT = 300;

  /// As many as Elasticsearch shows unless it is told otherwise.
  private static final int EARLIER_BESIDE_COUNTS = 100;

  private static final List<String> RATES =
      List.of(
          "road-short,road,0,0,60,0.50,12,0,UNSEEN,unverified",
          "road-medium,road,0,60,250,0.62,15,7,UNSEEN,unverified",
          "road-long,road,0,250,,0.35,15,0,UNSEEN,unverified",
          "rail,rail,60,120,200,0.16,0,30,UNSEEN,unverified",
          "rail-far,rail,60,200,,0.17,0,45,UNSEEN,unverified",
          "rail-train,rail,500,120,,0.11,0,25,UNSEEN,unverified",
          "water,water,500,0,,0.05,4,0,UNSEEN,unverified");

  private static final List<LotDocument> LOTS = new ArrayList<>();
  private static final List<DemandDocument> DEMANDS = new ArrayList<>();

  @TempDir private static Path reference;

  private static Hauls hauls;
  private static Elastic elastic;
  private static SearchConfiguration configuration;

  private record Priced(String id, BigDecimal cost) {}

  @BeforeAll
  static void publish() throws IOException {
    System.err.println("CostScoreIT seed: " + SEED);
    TestExchange exchange = TestExchange.get();
    exchange.search();
    elastic = exchange.bean(Elastic.class);
    configuration = exchange.bean(SearchConfiguration.class);
    hauls = HaulFixture.estimating(withRates());
    TestOrganisation producer = Fixtures.producer();
    for (int i = 0; i < COUNT; i++) {
      LOTS.add(lot(producer));
      DEMANDS.add(demand(producer));
    }
    MarketFixture.put(LOTS.toArray(LotDocument[]::new));
    TransactionOperations<?> transactions = exchange.bean(TransactionOperations.class);
    transactions.executeWrite(_ -> {
      DEMANDS.forEach(exchange.bean(SearchFeed.class)::put);
      return COUNT;
    });
    awaitFound(DocumentKind.LOT, LOTS.stream().map(LotDocument::id).toList());
    awaitFound(DocumentKind.DEMAND, DEMANDS.stream().map(DemandDocument::id).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "LOTS, EX_WORKS, false",
    "LOTS, EX_WORKS, true",
    "LOTS, DELIVERED, false",
    "LOTS, DELIVERED, true",
    "DEMANDS, EX_WORKS, false",
    "DEMANDS, EX_WORKS, true",
    "DEMANDS, DELIVERED, false",
    "DEMANDS, DELIVERED, true"
  })
  void order_and_limit_are_exact(Target target, PriceBasis basis, boolean beyond) {
    for (Set<FreightMode> modes :
        List.<Set<FreightMode>>of(Set.of(), EnumSet.allOf(FreightMode.class))) {
      long consignmentKg = List.of(40_000L, 200_000L, Long.MAX_VALUE).get(RANDOM.nextInt(3));
      assertExact(
          target, new Standpoint(new Place(HERE, modes), basis, 180, consignmentKg, beyond));
    }
  }

  @Test
  void an_index_that_shows_fewer_beside_counts_has_them_read() {
    Standpoint caller =
        new Standpoint(new Place(HERE, Set.of()), PriceBasis.DELIVERED, 180, Long.MAX_VALUE, false);
    showBesideCounts(EARLIER_BESIDE_COUNTS);
    try {
      assertExact(Target.LOTS, caller);
    } finally {
      showBesideCounts(SearchIndex.SHOWN_BESIDE_COUNTS);
    }
  }

  private static void showBesideCounts(int most) {
    elastic.ask(
        "PUT",
        "/" + SearchIndex.LOTS.alias() + "/_settings",
        Map.of("index.max_inner_result_window", most),
        configuration.timeout());
  }

  private static void assertExact(Target target, Standpoint caller) {
    List<Priced> expected = costed(target, caller);
    String what = "seed %d: %s %s".formatted(SEED, target, caller);
    assertThat(expected).as(what).hasSizeGreaterThan(20);
    assertThat(read(target, caller, null, 53)).as(what).isEqualTo(ids(expected));
    BigDecimal limit = expected.get(RANDOM.nextInt(expected.size())).cost();
    List<String> within =
        ids(expected.stream().filter(each -> each.cost().compareTo(limit) <= 0).toList());
    String limited = "%s, at most %s".formatted(what, limit);
    assertThat(within(target, caller, limit))
        .as(limited)
        .containsExactlyInAnyOrderElementsOf(within);
    assertThat(read(target, caller, limit, 120)).as(limited).isEqualTo(within);
    assertThat(within(target, caller, null))
        .as(what)
        .containsExactlyInAnyOrderElementsOf(ids(expected));
  }

  /// Page after page.
  private static List<String> read(
      Target target, Standpoint caller, @Nullable BigDecimal maxCost, int count) {
    CostOrder order = new CostOrder(elastic, hauls, configuration);
    List<String> read = new ArrayList<>();
    Costed after = null;
    while (true) {
      List<Costed> page =
          Responses.valueOf(order.first(target, all(target), caller, maxCost, after, count));
      page.forEach(each -> read.add(each.id()));
      if (page.size() < count) {
        return read;
      }
      after = page.getLast();
    }
  }

  private static List<String> within(
      Target target, Standpoint caller, @Nullable BigDecimal mostCost) {
    Map<String, Object> clause =
        Responses.valueOf(
            new CostLimit(elastic, hauls, configuration)
                .clause(target, List.of(all(target)), caller, mostCost));
    JsonNode answer =
        elastic.search(
            target.index(),
            Map.of(
                "size", COUNT,
                "_source", List.of("id"),
                "query", Clauses.all(List.of(all(target), clause))),
            configuration.timeout());
    return Json.hits(answer).stream()
        .map(hit -> Json.at(hit, "_source", "id").getStringValue())
        .toList();
  }

  private static Map<String, Object> all(Target target) {
    return Clauses.terms(
        SearchFields.ID,
        target == Target.LOTS
            ? LOTS.stream().map(LotDocument::id).toList()
            : DEMANDS.stream().map(DemandDocument::id).toList());
  }

  private static List<Priced> costed(Target target, Standpoint caller) {
    Stream<@Nullable Priced> costed =
        target == Target.LOTS
            ? LOTS.stream().map(lot -> costed(lot, caller))
            : DEMANDS.stream().map(demand -> costed(demand, caller));
    List<Priced> offered = new ArrayList<>();
    costed.forEach(each -> {
      if (each != null) {
        offered.add(each);
      }
    });
    offered.sort(Comparator.comparing(Priced::cost).thenComparing(Priced::id));
    return offered;
  }

  private static @Nullable Priced costed(LotDocument lot, Standpoint caller) {
    Haul haul =
        hauls.estimate(
            placeOf(lot.site()),
            caller.place(),
            Math.min(lot.availableKg(), caller.consignmentKg()));
    Integer radiusKm = lot.delivery() == null ? null : lot.delivery().radiusKm();
    if (!caller.beyond() && !haul.isWithin(radiusKm)) {
      return null;
    }
    PriceBasis basis = radiusKm == null ? PriceBasis.EX_WORKS : PriceBasis.DELIVERED;
    return new Priced(
        lot.id(), basis.asked(lot.priceYuanPerT(), caller.basis(), haul.freightYuanPerT()));
  }

  private static @Nullable Priced costed(DemandDocument demand, Standpoint caller) {
    Haul haul =
        hauls.estimate(
            caller.place(),
            placeOf(demand.site()),
            Math.min(demand.openKg(), caller.consignmentKg()));
    if (!caller.beyond() && !haul.isWithin(caller.radiusKm())) {
      return null;
    }
    PriceBasis basis = PriceBasis.ofCode(demand.limitBasis());
    return new Priced(
        demand.id(),
        caller
            .basis()
            .asked(demand.maxDeliveredYuanPerT().negate(), basis, haul.freightYuanPerT()));
  }

  private static List<String> ids(List<Priced> priced) {
    return priced.stream().map(Priced::id).toList();
  }

  private static LotDocument lot(TestOrganisation owner) {
    GeoPoint place = place();
    int aroundKm = (int) (Math.hypot(place.lat() - HERE.lat(), place.lon() - HERE.lon()) * 100);
    Integer radiusKm =
        RANDOM.nextBoolean() ? null : Math.clamp(aroundKm + RANDOM.nextInt(-40, 40), 1, 3_000);
    LotDocument lot = MarketFixture.lot(owner, "费用", place, modes(), price(), radiusKm, kg());
    return MarketFixture.of(lot, offTheMarket(owner));
  }

  /// So that the searches of others do not find them.
  private static OrganisationPart offTheMarket(TestOrganisation owner) {
    return new OrganisationPart(owner.id().toString(), owner.name(), null, "suspended", false);
  }

  private static DemandDocument demand(TestOrganisation owner) {
    long kg = kg();
    return new DemandDocument(
        Id.next().toString(),
        1,
        "published",
        offTheMarket(owner),
        new SitePart(Id.next().toString(), "厂", null, "370302", place(), modes()),
        List.of("bof-slag"),
        List.of("SW01"),
        "cement",
        "费用",
        null,
        kg,
        kg,
        new BigDecimal(price()),
        RANDOM.nextBoolean() ? "ex-works" : "delivered",
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2099, 12, 31),
        List.of(),
        List.of(),
        List.of(),
        Instant.parse("2026-01-01T00:00:00Z"),
        MatchPart.ofDemand(List.of(), List.of(), kg, List.of()));
  }

  /// Also very near, at the same place, and where the rates jump.
  private static GeoPoint place() {
    return switch (RANDOM.nextInt(5)) {
      case 0 -> HERE;
      case 1 -> north(List.of(60, 120, 200, 234, 250).get(RANDOM.nextInt(5)) / 1.3);
      default ->
          new GeoPoint(
              HERE.lat() + RANDOM.nextGaussian() * 1.5, HERE.lon() + RANDOM.nextGaussian() * 1.5);
    };
  }

  /// So far, give or take the last digit of an estimated distance.
  private static GeoPoint north(double km) {
    double off = RANDOM.nextDouble(-0.06, 0.06);
    return new GeoPoint(HERE.lat() + Math.toDegrees((km + off) / 6371.0088), HERE.lon());
  }

  private static List<String> modes() {
    return List.of("road", "rail", "water").subList(0, 1 + RANDOM.nextInt(3));
  }

  private static String price() {
    return RANDOM.nextInt(30) == 0 ? "-99999.99" : Integer.toString(RANDOM.nextInt(-30, 90));
  }

  private static long kg() {
    return List.of(30_000L, 60_000L, 499_999L, 500_000L, 1_000_000L).get(RANDOM.nextInt(5));
  }

  private static Place placeOf(SitePart site) {
    return new Place(
        site.location(),
        site.modes().stream().map(FreightMode::ofCode).collect(Collectors.toSet()));
  }

  private static Path withRates() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "seeds", "reference"))) {
      for (Path file : files.toList()) {
        Files.copy(file, reference.resolve(file.getFileName().toString()));
      }
    }
    Path rates = reference.resolve("freight-rates.csv");
    List<String> lines =
        new ArrayList<>(
            Files.readAllLines(rates).stream()
                .filter(line -> line.startsWith("#") || line.startsWith("key,"))
                .toList());
    lines.addAll(RATES);
    Files.write(rates, lines);
    return reference;
  }

  private static void awaitFound(DocumentKind kind, List<String> ids) {
    Indexed indexed = TestExchange.get().bean(Indexed.class);
    List<Id> sought = ids.stream().map(Id::parse).toList();
    await().until(() -> indexed.revisionsOf(kind, sought).size() == sought.size());
  }
}
