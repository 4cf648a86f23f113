package cn.wufei.bench;

import cn.wufei.seeds.Api;
import cn.wufei.seeds.region.Published;
import cn.wufei.seeds.region.Region.Lot;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Changes lots of a region through the API as their owners, each firm's in one thread.
final class Changes {

  private final Published published;
  private final LocalDate today;
  private final List<List<Lot>> byFirm;
  private final Map<Integer, JsonNode> latest = new ConcurrentHashMap<>();

  private Changes(Published published, LocalDate today, List<List<Lot>> byFirm) {
    this.published = published;
    this.today = today;
    this.byFirm = byFirm;
  }

  static Changes of(Published published, LocalDate today) {
    Map<Integer, List<Lot>> byFirm =
        published.region().lots().stream()
            .collect(Collectors.groupingBy(lot -> published.region().firmOf(lot).number()));
    return new Changes(published, today, List.copyOf(byFirm.values()));
  }

  /// The lot that comes next in that caller's turn.
  Lot next(int caller, int turn) {
    List<Lot> lots = byFirm.get(caller % byFirm.size());
    return lots.get(turn % lots.size());
  }

  /// Gives the lot another price; answers its new version.
  long change(Lot lot, RandomGenerator random) {
    Api.Session owner = published.session(published.region().firmOf(lot));
    String path = "/lots/" + published.lotId(lot);
    JsonNode before = latest.get(lot.number());
    ObjectNode body =
        Api.body()
            .put("title", lot.title())
            .put("priceYuanPerT", random.nextInt(1, 200))
            .put("taxIncluded", true)
            .put("availableFrom", today.plusDays(lot.fromDay()).toString())
            .put("availableTo", today.plusDays(lot.toDay()).toString());
    body.putArray("qualities");
    JsonNode after = owner.put(path, body, before == null ? owner.get(path) : before);
    latest.put(lot.number(), after);
    return after.path("version").asLong();
  }
}
