package cn.wufei.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/// Stands between an instance of the exchange and Elasticsearch, hands everything on and remembers
/// what was sent, to be sent again without the exchange.
final class RecordingProxy implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI target;
  private final HttpServer server;
  private final List<Recorded> recorded = new ArrayList<>();

  private RecordingProxy(URI target, HttpServer server) {
    this.target = target;
    this.server = server;
  }

  static RecordingProxy before(URI target) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RecordingProxy proxy = new RecordingProxy(target, server);
    server.createContext("/", proxy::handOn);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return proxy;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What was posted since this was asked last.
  List<Recorded> take() {
    synchronized (recorded) {
      List<Recorded> taken = List.copyOf(recorded);
      recorded.clear();
      return taken;
    }
  }

  private void handOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().toString();
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target.resolve(path))
              .method(
                  exchange.getRequestMethod(),
                  body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
      if (type != null) {
        request.header("Content-Type", type);
      }
      HttpResponse<byte[]> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (exchange.getRequestMethod().equals("POST")) {
        synchronized (recorded) {
          recorded.add(new Recorded(path, body, type == null ? "" : type));
        }
      }
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(value -> exchange.getResponseHeaders().set("Content-Type", value));
      exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /// One request as it was sent.
  @SuppressWarnings("ArrayRecordComponent")
  record Recorded(String path, byte[] body, String contentType) {}
}
