package cn.wufei.exchange.testing;

import static org.awaitility.Awaitility.await;

import cn.wufei.local.EmbeddedSearch;
import cn.wufei.local.LocalOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A real Elasticsearch for tests. Its address is known before it runs, so that the exchange can be
/// told it and find nobody there.
public final class TestSearch implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration SEARCHABLE_LIMIT = Duration.ofSeconds(30);
  private static final Duration QUICK_POLL = Duration.ofMillis(30);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int LOWEST_PORT = 20_000;
  private static final int HIGHEST_PORT = 29_999;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static int nextPort = LOWEST_PORT + (int) (ProcessHandle.current().pid() % 7_000);

  private final Path folder;
  private final int port;
  private @Nullable EmbeddedSearch server;

  TestSearch(Path folder) {
    this.folder = folder;
    this.port = freePort();
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /// Starts it, when it does not run, and waits until it answers.
  public synchronized void start() {
    if (server == null) {
      server = EmbeddedSearch.start(folder, LocalOptions.defaults().withPorts(0, port));
    }
    server.start();
    if (!server.await(START_LIMIT)) {
      throw new AssertionError("Elasticsearch did not answer within " + START_LIMIT);
    }
  }

  public synchronized void stop() {
    if (server != null) {
      server.stop();
    }
  }

  /// As `kill -9` does it.
  public synchronized void kill() {
    if (server != null) {
      server.kill();
    }
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /// Waits until the member's search answers as wanted, and gives that answer.
  public static Http.Answer awaitAnswer(
      TestMember member, String path, Predicate<Http.Answer> wanted) {
    return await("answer of " + path)
        .atMost(SEARCHABLE_LIMIT)
        .pollInterval(POLL)
        .until(() -> Http.as(member).get(path), wanted);
  }

  /// Waits until the index has the document in at least that version, and makes it searchable when
  /// it has, instead of waiting for the next refresh.
  public void awaitVersion(String alias, String id, long version) {
    await("version " + version + " of " + id)
        .atMost(SEARCHABLE_LIMIT)
        .pollInterval(QUICK_POLL)
        .until(() -> {
          ask("POST", "/" + alias + "/_refresh");
          return versionOf(alias, id) >= version;
        });
  }

  /// The document's version as the search sees it; -1 when it sees none.
  public long versionOf(String alias, String id) {
    JsonNode hits = ask("GET", "/" + alias + "/_search?q=id:" + id).at("/hits/hits");
    return hits.isEmpty() ? -1 : hits.at("/0/_source/version").asLong();
  }

  /// Ends a point in time before its time.
  public void forget(String snapshot) {
    ask("DELETE", "/_pit", "{\"id\": \"" + snapshot + "\"}");
  }

  /// The id of a new point in time.
  public String snapshotOf(String alias) {
    return ask("POST", "/" + alias + "/_pit?keep_alive=1m").at("/id").asText();
  }

  /// Speaks to Elasticsearch itself.
  public JsonNode ask(String method, String path) {
    return ask(method, path, "");
  }

  /// The same with a body of JSON.
  public JsonNode ask(String method, String path, String body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url() + path))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body.isEmpty()
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      return Http.JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Below the range from which outgoing connections take theirs: it must still be free when the
  /// server starts again. No two get the same, though neither may run yet: an exchange would keep
  /// the other's index equal to its own database.
  private static synchronized int freePort() {
    int port =
        IntStream.rangeClosed(nextPort, HIGHEST_PORT)
            .filter(TestSearch::isFree)
            .findFirst()
            .orElseThrow();
    nextPort = port + 1;
    return port;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
