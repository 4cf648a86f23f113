package cn.wufei.seeds.region;

import static java.util.stream.Collectors.groupingBy;

import cn.wufei.seeds.Account;
import cn.wufei.seeds.Api;
import cn.wufei.seeds.region.Region.Demand;
import cn.wufei.seeds.region.Region.Firm;
import cn.wufei.seeds.region.Region.Lot;
import cn.wufei.seeds.region.Region.Range;
import cn.wufei.seeds.region.Region.Site;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Publishes a region through the API, several firms at once: each signs up, is verified by the
/// operator, enters its sites and streams and then what it sells and seeks. At the end some of it
/// is withdrawn and some firms are suspended, as the region says. Not meant to be resumed.
public final class PublishRegion {

  /// Of every member of a region: no secret.
  public static final String PASSWORD = "a-long-enough-password";

  private final Region region;
  private final Api api;
  private final Api.Session operator;
  private final LocalDate today;
  private final int callers;
  private final String prefix;
  private final Map<Integer, Api.Session> sessions = new ConcurrentHashMap<>();
  private final Map<Integer, JsonNode> organisations = new ConcurrentHashMap<>();
  private final Map<Integer, String> sites = new ConcurrentHashMap<>();
  private final Map<String, String> streams = new ConcurrentHashMap<>();
  private final Map<Integer, JsonNode> lots = new ConcurrentHashMap<>();
  private final Map<Integer, JsonNode> demands = new ConcurrentHashMap<>();

  /// @param today the day that the region's days count from
  /// @param callers how many firms at once
  public PublishRegion(Region region, Api api, Api.Session operator, LocalDate today, int callers) {
    this.region = region;
    this.api = api;
    this.operator = operator;
    this.today = today;
    this.callers = callers;
    this.prefix = "region-" + region.seed() + "-";
  }

  /// What the firm's member signs in with.
  public static String login(long seed, Firm firm) {
    return "region-" + seed + "-firm-" + firm.number();
  }

  /// Returns when all has been answered.
  public Published run() {
    atOnce(region.firms(), this::settle);
    Map<Integer, List<Lot>> offered =
        region.lots().stream().collect(groupingBy(lot -> region.firmOf(lot).number()));
    Map<Integer, List<Demand>> sought =
        region.demands().stream().collect(groupingBy(demand -> region.firmOf(demand).number()));
    List<Work> works =
        region.firms().stream()
            .map(firm ->
                new Work(
                    offered.getOrDefault(firm.number(), List.of()),
                    sought.getOrDefault(firm.number(), List.of())))
            .toList();
    atOnce(works, this::publish);
    atOnce(region.firms().stream().filter(Firm::suspended).toList(), this::suspend);
    return new Published(region, ids(organisations), sites, ids(lots), ids(demands), sessions);
  }

  private void settle(Firm firm) {
    String login = login(region.seed(), firm);
    ObjectNode body =
        Api.body()
            .put("uscc", firm.uscc())
            .put("name", firm.name())
            .put("nameEn", firm.nameEn())
            .put("kind", firm.kind())
            .put("adcode", firm.adcode());
    body.putObject("admin").put("login", login).put("password", PASSWORD).put("name", "admin");
    JsonNode made = operator.post("/organisations", prefix + "org-" + firm.number(), body);
    organisations.put(firm.number(), decide(firm, made, "verified"));
    Api.Session session =
        api.session(
            new Account(
                login, PASSWORD, "admin", "admin", "org-admin", firm.name(), firm.nameEn()));
    sessions.put(firm.number(), session);
    for (Site site : region.sites()) {
      if (site.firm() == firm.number()) {
        sites.put(site.number(), enter(session, site));
      }
    }
  }

  private JsonNode decide(Firm firm, JsonNode organisation, String decision) {
    return operator.post(
        "/organisations/" + organisation.path("id").asText() + "/verification",
        prefix + decision + "-" + firm.number(),
        Api.body().put("decision", decision),
        organisation);
  }

  private void suspend(Firm firm) {
    JsonNode verified = organisations.get(firm.number());
    if (verified != null) {
      decide(firm, verified, "suspended");
    }
  }

  private String enter(Api.Session session, Site site) {
    ObjectNode body =
        Api.body()
            .put("name", site.name())
            .put("nameEn", site.nameEn())
            .put("adcode", site.adcode())
            .put("latitude", site.latitude())
            .put("longitude", site.longitude());
    if (site.railSiding()) {
      body.put("railSiding", true);
    }
    if (site.wharf()) {
      body.put("wharf", true);
    }
    return session.post("/sites", prefix + "site-" + site.number(), body).path("id").asText();
  }

  private void publish(Work work) {
    for (Lot lot : work.lots()) {
      Api.Session session = session(region.firmOf(lot));
      JsonNode made = session.post("/lots", prefix + "lot-" + lot.number(), body(session, lot));
      lots.put(lot.number(), made);
      if (lot.withdrawn()) {
        withdraw(session, "/lots/", "lot-end-" + lot.number(), made);
      }
    }
    for (Demand demand : work.demands()) {
      Api.Session session = session(region.firmOf(demand));
      JsonNode made = session.post("/demands", prefix + "demand-" + demand.number(), body(demand));
      demands.put(demand.number(), made);
      if (demand.withdrawn()) {
        withdraw(session, "/demands/", "demand-end-" + demand.number(), made);
      }
    }
  }

  private void withdraw(Api.Session session, String path, String key, JsonNode made) {
    session.post(path + made.path("id").asText() + "/withdrawal", prefix + key, Api.body(), made);
  }

  private ObjectNode body(Api.Session session, Lot lot) {
    ObjectNode body =
        Api.body()
            .put("streamId", stream(session, lot))
            .put("title", lot.title())
            .put("saleMethod", "negotiation")
            .put("quantityKind", lot.stated())
            .put("quantityKg", lot.quantityKg())
            .put("priceYuanPerT", lot.priceYuanPerT())
            .put("taxIncluded", true)
            .put("availableFrom", today.plusDays(lot.fromDay()).toString())
            .put("availableTo", today.plusDays(lot.toDay()).toString());
    if (lot.deliveryRadiusKm() != null) {
      body.putObject("delivery")
          .put("radiusKm", lot.deliveryRadiusKm())
          .put("freightInvoice", "one-invoice");
    }
    addRanges(body.putArray("qualities"), lot.qualities());
    addMonths(body.putArray("months"), lot.monthsFrom(today));
    return body;
  }

  private String stream(Api.Session session, Lot lot) {
    String name = lot.materialKey() + " " + lot.site();
    String there = streams.get(name);
    if (there != null) {
      return there;
    }
    ObjectNode body =
        Api.body()
            .put("siteId", site(lot.site()))
            .put("materialKey", lot.materialKey())
            .put("classCode", lot.classCode())
            .put("name", name);
    String made =
        session
            .post("/streams", prefix + "stream-" + name.replace(' ', '-'), body)
            .path("id")
            .asText();
    streams.put(name, made);
    return made;
  }

  private ObjectNode body(Demand demand) {
    ObjectNode body = Api.body().put("siteId", site(demand.site()));
    ArrayNode materials = body.putArray("materialKeys");
    demand.materialKeys().forEach(materials::add);
    body.put("use", demand.use())
        .put("title", demand.title())
        .put("quantityKg", demand.quantityKg())
        .put("maxDeliveredYuanPerT", demand.limitYuanPerT())
        .put("neededFrom", today.plusDays(demand.fromDay()).toString())
        .put("neededTo", today.plusDays(demand.toDay()).toString());
    if (demand.limitExWorks()) {
      body.put("limitBasis", "ex-works");
    }
    addRanges(body.putArray("ranges"), demand.ranges());
    addMonths(body.putArray("months"), demand.monthsFrom(today));
    return body;
  }

  private static void addRanges(ArrayNode array, List<Range> ranges) {
    for (Range range : ranges) {
      ObjectNode node = array.addObject().put("parameter", range.parameter());
      putIfThere(node, "min", range.min());
      putIfThere(node, "max", range.max());
      node.put("basis", range.basis());
    }
  }

  private static void addMonths(ArrayNode array, SequencedMap<YearMonth, Long> months) {
    months.forEach(
        (month, kg) -> array.addObject().put("month", month.toString()).put("quantityKg", kg));
  }

  private static void putIfThere(ObjectNode node, String name, @Nullable BigDecimal value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  private String site(int number) {
    return Published.there(sites, number);
  }

  private Api.Session session(Firm firm) {
    return Published.there(sessions, firm.number());
  }

  private static Map<Integer, String> ids(Map<Integer, JsonNode> made) {
    Map<Integer, String> ids = new ConcurrentHashMap<>();
    made.forEach((number, node) -> ids.put(number, node.path("id").asText()));
    return ids;
  }

  private <T> void atOnce(List<T> all, Consumer<T> act) {
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Future<?>> running = new ArrayList<>();
      for (T each : all) {
        running.add(threads.submit(() -> act.accept(each)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the region was not published: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// What one firm publishes; in one thread, as its session is one.
  private record Work(List<Lot> lots, List<Demand> demands) {}
}
