package cn.wufei.bench;

import cn.wufei.seeds.region.Published;
import cn.wufei.seeds.region.Region;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// What people ask the search, drawn from a seed: words in Chinese and English and names by which
/// the trade knows a material, filters, limits of price and quantity, orders, the second page.
final class SearchQuestions {

  private static final List<String> WORDS =
      List.of(
          "钢渣",
          "水渣",
          "矿粉",
          "粉煤灰",
          "脱硫石膏",
          "尾矿",
          "GGBS",
          "granulated BF slag",
          "BOF slag",
          "fly ash",
          "FGD gypsum",
          "氧化铁皮",
          "瓦斯灰",
          "钢城 水渣",
          "mill scale");
  private static final List<String> MATERIALS =
      List.of("granulated-bf-slag", "bof-slag", "fly-ash", "fgd-gypsum", "iron-tailings");
  private static final List<String> CLASSES = List.of("SW01", "SW02", "SW05", "SW06", "SW59");
  private static final List<String> PLACES =
      List.of("370117", "370100", "370300", "371300", "371103");
  private static final List<String> ORDERS =
      List.of("relevance", "delivered", "distance", "newest", "quantity");

  private final RandomGenerator random;
  private final List<String> sites;

  /// @param sites of the member who asks
  private SearchQuestions(long seed, List<String> sites) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.sites = sites;
  }

  /// Questions of a buyer, without end.
  static Stream<Question> of(long seed, Published published, Region.Firm buyer) {
    List<String> sites =
        published.region().sites().stream()
            .filter(site -> site.firm() == buyer.number())
            .map(site -> String.valueOf(published.siteIds().get(site.number())))
            .toList();
    SearchQuestions questions = new SearchQuestions(seed, sites);
    return Stream.generate(questions::next);
  }

  private Question next() {
    StringBuilder query = new StringBuilder("/search/lots?siteId=").append(one(sites));
    String order = one(ORDERS);
    boolean words = chance(0.6) || order.equals("relevance");
    if (words) {
      add(query, "text", one(WORDS));
    } else if (chance(0.7)) {
      add(query, "material", one(MATERIALS));
    }
    if (chance(0.2)) {
      add(query, "classCode", one(CLASSES));
    }
    if (chance(0.2)) {
      add(query, "adcode", one(PLACES));
    }
    if (chance(0.25)) {
      add(query, "maxDeliveredYuanPerT", Integer.toString(20 + random.nextInt(25) * 10));
    }
    if (chance(0.3)) {
      add(query, "minQuantityKg", Long.toString((1 + random.nextLong(50)) * 100_000));
    }
    add(query, "sort", order);
    add(query, "limit", chance(0.8) ? "20" : "50");
    return new Question(query.toString(), chance(0.15));
  }

  private static void add(StringBuilder query, String name, String value) {
    query
        .append('&')
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /// @param path of the first page
  /// @param second whether the page after it is what is asked for
  record Question(String path, boolean second) {}
}
