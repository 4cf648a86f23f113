package cn.wufei.bench;

import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Indices;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.local.EmbeddedDatabase;
import cn.wufei.local.EmbeddedSearch;
import cn.wufei.local.LocalOptions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Builds the index of lots anew while lots are written and searched all the time. No query may
/// fail, none may miss a lot that was found before, and at the end database and index are equal,
/// which is found out by reading both whole.
public final class RebuildRun {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration READY_LIMIT = Duration.ofMinutes(3);
  private static final Duration FILL_LIMIT = Duration.ofMinutes(6);
  private static final Duration REBUILD_LIMIT = Duration.ofMinutes(8);
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final int READERS = 2;
  private static final int ROWS_PER_STATEMENT = 500;
  private static final int PAGE = 10_000;
  private static final long FIRST_ID = 1L << 40;
  private static final String SECRET =
      "9d3b5f0c71e8a246d05c97fe13b84a6027f1de59c6a3480b92e47d15fa60c83b";

  private final String url;
  private final String user;
  private final String password;
  private final ApplicationContext context;
  private final int documents;
  private final int writesPerSecond;

  private RebuildRun(
      EmbeddedDatabase database, ApplicationContext context, int documents, int writesPerSecond) {
    this.url = database.jdbcUrl() + "?rewriteBatchedStatements=true";
    this.user = database.user();
    this.password = database.password();
    this.context = context;
    this.documents = documents;
    this.writesPerSecond = writesPerSecond;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    boolean ok;
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, LocalOptions.defaults());
        EmbeddedSearch search = EmbeddedSearch.start(folder, LocalOptions.defaults())) {
      if (!search.await(READY_LIMIT)) {
        throw new IllegalStateException("Elasticsearch does not answer");
      }
      try (ApplicationContext context =
          ApplicationContext.run(settings(folder, args[1], database, search), "bench")) {
        ok =
            new RebuildRun(database, context, Integer.parseInt(args[2]), Integer.parseInt(args[3]))
                .run();
      }
    }
    System.exit(ok ? 0 : 1);
  }

  private static Map<String, Object> settings(
      Path folder, String reference, EmbeddedDatabase database, EmbeddedSearch search) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("datasources.default.url", database.jdbcUrl());
    settings.put("datasources.default.username", database.user());
    settings.put("datasources.default.password", database.password());
    settings.put("wufei.database.migration-user", database.migrationUser());
    settings.put("wufei.database.migration-password", database.migrationPassword());
    settings.put("elasticsearch.http-hosts", search.url());
    settings.put("wufei.reference.dir", reference);
    settings.put("wufei.var", folder.toString());
    settings.put("wufei.jwt.secret", SECRET);
    settings.put("wufei.ledger.signing-key", SECRET);
    return settings;
  }

  private boolean run() throws Exception {
    System.out.printf("Filling the database with %,d lots%n", documents);
    fill();
    awaitNone("select count(*) from search_document where pending = 1", FILL_LIMIT);
    context.getBean(Indices.class).refresh(SearchIndex.LOTS.alias(), LIMIT);
    AtomicBoolean stop = new AtomicBoolean();
    RebuildReaders readers = new RebuildReaders(context.getBean(Elastic.class), LIMIT);
    readers.know(FIRST_ID, documents);
    List<Thread> threads = new ArrayList<>();
    RebuildWriter writer = new RebuildWriter(connect(), FIRST_ID, documents, writesPerSecond);
    threads.add(Thread.ofPlatform().start(() -> writer.write(stop, readers)));
    for (int i = 0; i < READERS; i++) {
      threads.add(Thread.ofPlatform().start(() -> readers.read(stop)));
    }
    Thread.sleep(WARM_UP);

    System.out.printf("Building the index anew, %d writes/s go on%n", writesPerSecond);
    String before = behind();
    long startedAt = System.nanoTime();
    execute("update search_upkeep set rebuild_requested_at = utc_timestamp(6) where kind = 'lot'");
    awaitNone(
        "select count(*) from search_upkeep where kind = 'lot'"
            + " and (rebuild_requested_at is not null or rebuild_state <> 'idle')",
        REBUILD_LIMIT);
    double seconds = (System.nanoTime() - startedAt) / 1e9;
    Thread.sleep(WARM_UP);
    stop.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    awaitNone("select count(*) from search_document where pending = 1", FILL_LIMIT);
    return tell(seconds, !behind().equals(before), writer, readers);
  }

  private boolean tell(
      double seconds, boolean exchanged, RebuildWriter writer, RebuildReaders readers)
      throws SQLException {
    int unequal = unequal();
    boolean ok = exchanged && readers.failed() == 0 && readers.missed() == 0 && unequal == 0;
    System.out.printf(
        "{\"name\": \"rebuild\", \"documents\": %d, \"seconds\": %.1f, \"documents_per_s\": %.0f,"
            + " \"writes\": %d, \"writes_per_s\": %d, \"queries\": %d, \"failed_queries\": %d,"
            + " \"missed\": %d, \"lost\": %d, \"readers\": %d, \"cpus\": %d, \"ok\": %s}%n",
        documents,
        seconds,
        documents / seconds,
        writer.written(),
        writesPerSecond,
        readers.queries(),
        readers.failed(),
        readers.missed(),
        unequal,
        READERS,
        Runtime.getRuntime().availableProcessors(),
        ok);
    return ok;
  }

  private void fill() throws SQLException {
    try (Connection connection = connect();
        PreparedStatement insert = connection.prepareStatement(RebuildWriter.INSERT)) {
      connection.setAutoCommit(false);
      for (int i = 0; i < documents; i++) {
        RebuildWriter.bind(insert, FIRST_ID + i, 1);
        insert.addBatch();
        if (i % ROWS_PER_STATEMENT == ROWS_PER_STATEMENT - 1 || i == documents - 1) {
          insert.executeBatch();
          connection.commit();
        }
      }
    }
  }

  /// How many documents the two sides have differently.
  private int unequal() throws SQLException {
    Map<Long, Long> rows = new HashMap<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select id, revision from search_document where kind = 'lot'")) {
      while (row.next()) {
        rows.put(row.getLong(1), row.getLong(2));
      }
    }
    Map<Long, Long> indexed = indexed();
    int unequal = 0;
    for (Map.Entry<Long, Long> row : rows.entrySet()) {
      unequal += row.getValue().equals(indexed.remove(row.getKey())) ? 0 : 1;
    }
    return unequal + indexed.size();
  }

  private Map<Long, Long> indexed() {
    Elastic elastic = context.getBean(Elastic.class);
    context.getBean(Indices.class).refresh(SearchIndex.LOTS.alias(), LIMIT);
    Map<Long, Long> indexed = new HashMap<>();
    int read;
    String after = "";
    do {
      read = 0;
      Map<String, Object> body = new HashMap<>();
      body.put("size", PAGE);
      body.put("_source", false);
      body.put("version", true);
      body.put("sort", List.of(Map.of("id", "asc")));
      body.put("search_after", List.of(after));
      JsonNode answer = elastic.search(SearchIndex.LOTS, body, LIMIT);
      for (JsonNode hit : Json.at(answer, "hits", "hits").values()) {
        indexed.put(
            Long.valueOf(Json.at(hit, "_id").getStringValue()),
            Json.at(hit, "_version").getLongValue());
        after = Json.at(hit, "sort").values().iterator().next().getStringValue();
        read++;
      }
    } while (read == PAGE);
    return indexed;
  }

  private String behind() {
    return String.valueOf(
        context.getBean(Indices.class).behind(SearchIndex.of(DocumentKind.LOT).alias()));
  }

  private void awaitNone(String sql, Duration limit) throws SQLException, InterruptedException {
    long until = System.nanoTime() + limit.toNanos();
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      while (true) {
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          if (row.getLong(1) == 0) {
            return;
          }
        }
        if (System.nanoTime() > until) {
          throw new IllegalStateException("not within " + limit + ": " + sql);
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
