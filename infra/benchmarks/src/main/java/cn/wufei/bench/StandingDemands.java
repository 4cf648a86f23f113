package cn.wufei.bench;

import cn.wufei.exchange.demand.DemandBodies;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.ManyRows;
import cn.wufei.indexer.document.DemandDocument;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.seeds.region.Region.Demand;
import cn.wufei.seeds.region.Region.Firm;
import cn.wufei.seeds.region.Region.Range;
import cn.wufei.seeds.region.Region.Site;
import cn.wufei.seeds.region.RegionDrawing;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// Demands by the million: their rows in multi-row inserts, and their documents, which the product
/// makes of the rows, in bulk requests with the version that the indexer would give. Organisations
/// and sites of the buyers are rows as well. The index is not refreshed while it is filled.
final class StandingDemands implements AutoCloseable {

  private static final int AT_ONCE = 500;
  private static final int SENDERS = 2;
  private static final int WAITING_MAX = 4;
  private static final Duration QUIET_LIMIT = Duration.ofMinutes(3);
  private static final Duration QUIET_STEP = Duration.ofSeconds(2);
  private static final String NDJSON = "application/x-ndjson";
  private static final List<String> ORGANISATION =
      List.of(
          "id",
          "uscc",
          "name",
          "name_en",
          "kind",
          "adcode",
          "status",
          "demo",
          "created_at",
          "version");
  private static final List<String> SITE =
      List.of(
          "id",
          "organisation_id",
          "name",
          "name_en",
          "adcode",
          "latitude",
          "longitude",
          "created_at",
          "version");
  private static final List<String> DEMAND =
      List.of(
          "id",
          "version",
          "status",
          "organisation_id",
          "site_id",
          "use_key",
          "title",
          "quantity_kg",
          "max_delivered_yuan_per_t",
          "needed_from",
          "needed_to",
          "published_at");
  private static final List<String> MATERIAL = List.of("demand_id", "material_key", "line");
  private static final List<String> RANGE =
      List.of("demand_id", "parameter_key", "line", "minimum", "maximum", "basis");

  private final Connection connection;
  private final DemandBodies bodies;
  private final ObjectMapper json;
  private final SearchServer search;
  private final LocalDate today;
  private final Instant now = Instant.now();
  private final Map<Integer, Id> organisationIds = new HashMap<>();
  private final Map<Integer, Id> siteIds = new HashMap<>();
  private final Map<Integer, Site> sites = new HashMap<>();
  private final Iterator<Demand> drawn;
  private int filled;

  StandingDemands(Exchange exchange, RegionDrawing drawing, LocalDate today) throws SQLException {
    this.connection = exchange.connect();
    this.bodies = new DemandBodies(exchange.context());
    this.json = exchange.bean(ObjectMapper.class);
    this.search = new SearchServer(exchange.searchUrl());
    this.today = today;
    try (Statement statement = connection.createStatement()) {
      statement.execute("set session foreign_key_checks = 0, unique_checks = 0");
    }
    settle(drawing);
    this.drawn = drawing.demands().filter(demand -> !demand.withdrawn()).iterator();
  }

  private void settle(RegionDrawing drawing) throws SQLException {
    ManyRows organisations = new ManyRows("identity_organisation", ORGANISATION, "");
    for (Firm firm : drawing.firms()) {
      if (firm.buys()) {
        Id id = Id.next();
        organisationIds.put(firm.number(), id);
        organisations.add(
            id,
            // Those who sell as well have signed up with their own code.
            firm.sells() ? "S" + firm.uscc().substring(1) : firm.uscc(),
            firm.name(),
            firm.nameEn(),
            "receiver",
            firm.adcode(),
            firm.suspended() ? "suspended" : "verified",
            false,
            now,
            1);
      }
    }
    organisations.execute(connection);
    ManyRows rows = new ManyRows("identity_site", SITE, "");
    for (Site site : drawing.sites()) {
      Id organisation = organisationIds.get(site.firm());
      if (organisation != null) {
        Id id = Id.next();
        siteIds.put(site.number(), id);
        sites.put(site.number(), site);
        rows.add(
            id,
            organisation,
            site.name(),
            site.nameEn(),
            site.adcode(),
            site.latitude(),
            site.longitude(),
            now,
            1);
      }
    }
    rows.execute(connection);
  }

  int filled() {
    return filled;
  }

  /// Fills up to so many.
  void fillTo(int count) throws SQLException {
    settings("{\"index\": {\"refresh_interval\": \"-1\"}}");
    Deque<Future<?>> sent = new ArrayDeque<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      while (filled < count) {
        List<Id> ids = insert(Math.min(AT_ONCE, count - filled));
        filled += ids.size();
        sent.add(senders.submit(() -> send(ids)));
        if (sent.size() > WAITING_MAX) {
          sent.remove().get();
        }
      }
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the index was not filled", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    settings("{\"index\": {\"refresh_interval\": \"1s\"}}");
    search.refresh();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "analyze table demand_demand, demand_material, demand_range, identity_site");
      awaitQuiet(statement);
    }
  }

  /// Until neither server works on what it was filled with: the one merges segments, the other
  /// writes pages to the disk, both for a while after.
  private void awaitQuiet(Statement statement) throws SQLException {
    long deadline = System.nanoTime() + QUIET_LIMIT.toNanos();
    long dirty = dirtyPages(statement);
    boolean isFlushing = true;
    while ((isFlushing || isMerging()) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(QUIET_STEP.toNanos());
      long before = dirty;
      dirty = dirtyPages(statement);
      isFlushing = dirty < before;
    }
  }

  private boolean isMerging() {
    String merges = search.send("GET", "/_stats/merge?filter_path=_all.total.merges.current", "");
    return !merges.contains("\"current\":0");
  }

  private static long dirtyPages(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("show global status like 'Innodb_buffer_pool_pages_dirty'")) {
      row.next();
      return row.getLong(2);
    }
  }

  private void settings(String body) {
    search.send("PUT", "/" + SearchIndex.DEMANDS.alias() + "/_settings", body);
  }

  private List<Id> insert(int count) throws SQLException {
    List<Id> ids = new ArrayList<>();
    ManyRows demands = new ManyRows("demand_demand", DEMAND, "");
    ManyRows materials = new ManyRows("demand_material", MATERIAL, "");
    ManyRows ranges = new ManyRows("demand_range", RANGE, "");
    for (int i = 0; i < count; i++) {
      Id id = Id.next();
      ids.add(id);
      add(id, drawn.next(), demands, materials, ranges);
    }
    connection.setAutoCommit(false);
    demands.execute(connection);
    materials.execute(connection);
    ranges.execute(connection);
    connection.commit();
    connection.setAutoCommit(true);
    return ids;
  }

  private void add(Id id, Demand demand, ManyRows demands, ManyRows materials, ManyRows ranges) {
    Site site = of(sites, demand.site());
    demands.add(
        id,
        1,
        "published",
        of(organisationIds, site.firm()),
        of(siteIds, demand.site()),
        demand.use(),
        demand.title(),
        demand.quantityKg(),
        demand.limitYuanPerT(),
        today.plusDays(demand.fromDay()),
        today.plusDays(demand.toDay()),
        now);
    short line = 0;
    for (String material : demand.materialKeys()) {
      materials.add(id, material, line++);
    }
    for (Range range : demand.ranges()) {
      ranges.add(id, range.parameter(), line++, range.min(), range.max(), range.basis());
    }
  }

  private void send(List<Id> ids) {
    StringBuilder lines = new StringBuilder();
    List<DemandDocument> documents = bodies.of(ids);
    if (documents.size() != ids.size()) {
      throw new IllegalStateException("the product does not find the demands that were written");
    }
    for (int i = 0; i < ids.size(); i++) {
      lines
          .append("{\"index\":{\"_id\":\"")
          .append(ids.get(i).value())
          .append("\",\"version_type\":\"external\",\"version\":1}}\n");
      try {
        lines.append(json.writeValueAsString(documents.get(i))).append('\n');
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    String answer =
        search.send(
            "POST",
            "/" + SearchIndex.DEMANDS.alias() + "/_bulk?filter_path=errors",
            lines.toString().getBytes(StandardCharsets.UTF_8),
            NDJSON);
    if (!answer.contains("\"errors\":false")) {
      throw new IllegalStateException("the index refuses demands: " + answer);
    }
  }

  private static <T> T of(Map<Integer, T> made, int number) {
    T found = made.get(number);
    if (found == null) {
      throw new IllegalStateException("nothing was made under the number " + number);
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
