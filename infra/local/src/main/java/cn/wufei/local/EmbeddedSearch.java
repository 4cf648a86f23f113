package cn.wufei.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded shape's search server: a single-node Elasticsearch without security on 127.0.0.1,
/// in its own process, on the JDK that runs this code. Its data are in `varDir/elasticsearch/data`.
///
/// Elasticsearch refuses root; started by root it runs as the user `nobody`. A server that ends by
/// itself is logged and stays down until [#start()]. Methods may be called from any thread.
public final class EmbeddedSearch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedSearch.class);
  private static final String NAME = "Elasticsearch";
  private static final Duration STOP_GRACE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int HTTP_TIMEOUT_MS = 2_000;

  private final Path varDir;
  private final Path home;
  private final LocalOptions options;
  private final RunFolder run;
  private final int port;
  private final int transportPort;
  private @Nullable ServerProcess process;
  private boolean closed;

  private EmbeddedSearch(Path varDir, Path home, LocalOptions options) {
    this.varDir = StateFolder.prepare(varDir, options);
    this.home = home;
    this.options = options;
    this.run = RunFolder.claim(this.varDir, "search");
    try {
      this.port = Ports.choose(options.searchPort(), NAME);
      this.transportPort = Ports.choose(0, NAME);
    } catch (LocalServicesException e) {
      run.close();
      throw e;
    }
  }

  /// Starts Elasticsearch and returns at once; it answers some ten seconds later, see [#await].
  ///
  /// @throws LocalServicesException when its process cannot be started
  public static EmbeddedSearch start(Path varDir, LocalOptions options) {
    Path home = ServerHome.find(options, "elasticsearch", "bin/elasticsearch");
    EmbeddedSearch search = new EmbeddedSearch(varDir, home, options);
    try {
      search.start();
    } catch (RuntimeException e) {
      search.close();
      throw e;
    }
    return search;
  }

  /// The URL it answers on, the same for as long as this object lives.
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  /// Starts the process, on the same port and data as before, and returns at once; does nothing
  /// when it runs.
  public synchronized void start() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    if (isRunning()) {
      return;
    }
    StateFolder.prepare(varDir, options);
    Ports.requireFree(port, NAME);
    Path state = varDir.resolve("elasticsearch");
    writeConfiguration(state);
    List<String> command = List.of(home.resolve("bin/elasticsearch").toString());
    if (Unprivileged.isNeeded()) {
      Unprivileged nobody = Unprivileged.nobody();
      nobody.giveTree(state);
      command = nobody.wrap(NAME, command);
    }
    process =
        ServerProcess.start(
            NAME, command, environment(state), state, log(), run, options.exitGrace());
    LOG.info("Elasticsearch is starting on port {}", port);
  }

  /// Waits until it answers.
  ///
  /// @return false when it did not within `limit`, or is stopped
  /// @throws LocalServicesException when its process has ended by itself
  public boolean await(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      @Nullable ServerProcess current;
      synchronized (this) {
        current = process;
      }
      if (current == null) {
        return false;
      }
      if (!current.isAlive()) {
        throw new LocalServicesException(
            "Elasticsearch ended with exit code %d: %s (log: %s)"
                .formatted(current.exitCode(), reason(current), log()));
      }
      if (answers()) {
        return true;
      }
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      Waiting.pause(POLL);
    }
  }

  /// Stops the process; its data and its port stay its own, [#start()] brings it back.
  public synchronized void stop() {
    if (process != null) {
      process.stop(STOP_GRACE);
      process = null;
    }
  }

  /// Ends the process and what it has started without giving them time; [#start()] brings it back.
  public synchronized void kill() {
    if (process != null) {
      process.stop(Duration.ZERO);
      process = null;
    }
  }

  /// Stops the process and gives the state folder free.
  @Override
  public synchronized void close() {
    if (!closed) {
      stop();
      closed = true;
      run.close();
    }
  }

  private Path log() {
    return varDir.resolve("log").resolve("elasticsearch.log");
  }

  private static String reason(ServerProcess ended) {
    String line =
        ended.lastLogLine(text ->
            text.contains("ERROR") || text.contains("Exception") || text.contains("No space left"));
    return line.isEmpty() ? ended.lastLogLine(text -> !text.isBlank()) : line;
  }

  private boolean answers() {
    try {
      URI health = URI.create(url() + "/_cluster/health?wait_for_status=yellow&timeout=1s");
      HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
      connection.setConnectTimeout(HTTP_TIMEOUT_MS);
      connection.setReadTimeout(HTTP_TIMEOUT_MS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<String, String> environment(Path state) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ES_PATH_CONF", state.resolve("config").toString());
    environment.put("ES_TMPDIR", state.resolve("tmp").toString());
    environment.put("ES_JAVA_HOME", System.getProperty("java.home"));
    // What a developer has set for other programs must not reach this one.
    environment.put("ES_JAVA_OPTS", "");
    environment.put("CLI_JAVA_OPTS", "-Xmx64m -XX:+UseSerialGC");
    environment.put("HOME", state.toString());
    return environment;
  }

  private void writeConfiguration(Path state) {
    try {
      for (String folder : List.of("config/jvm.options.d", "data", "logs", "tmp")) {
        Files.createDirectories(state.resolve(folder));
      }
      Path config = state.resolve("config");
      Files.write(config.resolve("elasticsearch.yml"), settings(state));
      Files.write(config.resolve("jvm.options"), jvmOptions());
      Files.write(config.resolve("log4j2.properties"), logging());
    } catch (IOException e) {
      throw new LocalServicesException(
          "The Elasticsearch folder %s cannot be filled: %s".formatted(state, e), e);
    }
  }

  private List<String> settings(Path state) {
    return List.of(
        "cluster.name: wufei",
        "node.name: local",
        "discovery.type: single-node",
        "network.host: 127.0.0.1",
        "http.port: " + port,
        "transport.port: " + transportPort,
        "path.data: " + quoted(state.resolve("data")),
        "path.logs: " + quoted(state.resolve("logs")),
        "xpack.security.enabled: false",
        // A developer's disk is often nine tenths full, and that is fine: count what is left
        // instead.
        "cluster.routing.allocation.disk.watermark.low: 600mb",
        "cluster.routing.allocation.disk.watermark.high: 400mb",
        "cluster.routing.allocation.disk.watermark.flood_stage: 200mb");
  }

  private List<String> jvmOptions() {
    List<String> lines = new ArrayList<>();
    lines.add("-Xms" + options.searchHeapMb() + "m");
    lines.add("-Xmx" + options.searchHeapMb() + "m");
    lines.add("-XX:+UseG1GC");
    lines.add("-XX:+ExitOnOutOfMemoryError");
    lines.add("-XX:ErrorFile=logs/hs_err_pid%p.log");
    lines.add("-Djava.io.tmpdir=${ES_TMPDIR}");
    lines.add("--add-modules=jdk.incubator.vector");
    lines.add("-XX:CompileCommand=quiet");
    // As in the distribution's own file: without these two, Lucene's memory maps leak compiled
    // code.
    lines.add("-XX:CompileCommand=dontinline,java/lang/invoke/MethodHandle.setAsTypeCache");
    lines.add("-XX:CompileCommand=dontinline,java/lang/invoke/MethodHandle.asTypeUncached");
    lines.add("-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1");
    return lines;
  }

  private static List<String> logging() {
    return List.of(
        "status = error",
        "appender.console.type = Console",
        "appender.console.name = console",
        "appender.console.layout.type = PatternLayout",
        "appender.console.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{1.}] %m%n",
        "rootLogger.level = info",
        "rootLogger.appenderRef.console.ref = console");
  }

  private static String quoted(Path path) {
    return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
