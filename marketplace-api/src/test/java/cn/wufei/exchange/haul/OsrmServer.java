package cn.wufei.exchange.haul;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A server on a port of this machine that answers as OSRM's documentation says: the route between
/// two points is as long as 100 km for each degree of longitude and of latitude between them.
public final class OsrmServer implements AutoCloseable {

  private static final double METRES_PER_DEGREE = 100_000;

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Mood mood = Mood.WELL;

  /// How it answers.
  public enum Mood {
    WELL,
    NO_ROUTE,
    NO_SEGMENT,
    ERROR,
    NONSENSE,
    NEGATIVE,
    ENDLESS,
    SILENT
  }

  public OsrmServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  public void answers(Mood changed) {
    mood = changed;
  }

  /// Paths and queries, in the order in which they came.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI().toString());
    switch (mood) {
      case WELL -> send(exchange, 200, well(exchange.getRequestURI()));
      case NO_ROUTE -> send(exchange, 400, "{\"code\":\"NoRoute\",\"message\":\"Impossible\"}");
      case NO_SEGMENT -> send(exchange, 400, "{\"code\":\"NoSegment\",\"message\":\"Far off\"}");
      case ERROR -> send(exchange, 500, "{\"code\":\"Ok\",\"routes\":[{\"distance\":1}]}");
      case NONSENSE -> send(exchange, 200, "<html>portal</html>");
      case NEGATIVE -> send(exchange, 200, "{\"code\":\"Ok\",\"routes\":[{\"distance\":-5}]}");
      case ENDLESS -> send(exchange, 200, "[" + " ".repeat(5_000_000) + "]");
      case SILENT -> awaitClosing();
    }
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String well(URI uri) {
    String[] parts = uri.getPath().split("/", -1);
    List<double[]> points = new ArrayList<>();
    for (String point : parts[4].split(";", -1)) {
      String[] degrees = point.split(",", -1);
      points.add(new double[] {Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1])});
    }
    return parts[1].equals("route")
        ? "{\"code\":\"Ok\",\"routes\":[{\"distance\":%s,\"duration\":1.5}],\"waypoints\":[]}"
            .formatted(metres(points.getFirst(), points.getLast()))
        : table(uri.getQuery(), points);
  }

  private static String table(String query, List<double[]> points) {
    List<Integer> sources = List.of();
    List<Integer> destinations = List.of();
    for (String part : query.split("&", -1)) {
      String[] pair = part.split("=", -1);
      if (pair[0].equals("sources")) {
        sources = numbers(pair[1]);
      } else if (pair[0].equals("destinations")) {
        destinations = numbers(pair[1]);
      }
    }
    List<String> rows = new ArrayList<>();
    for (int source : sources) {
      List<String> row = new ArrayList<>();
      for (int destination : destinations) {
        row.add(metres(points.get(source), points.get(destination)));
      }
      rows.add("[" + String.join(",", row) + "]");
    }
    return "{\"code\":\"Ok\",\"distances\":[" + String.join(",", rows) + "]}";
  }

  private static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String number : text.split(";", -1)) {
      numbers.add(Integer.valueOf(number));
    }
    return numbers;
  }

  /// No road leads to a point on the equator.
  private static String metres(double[] from, double[] to) {
    if (from[1] == 0 || to[1] == 0) {
      return "null";
    }
    double degrees = Math.abs(from[0] - to[0]) + Math.abs(from[1] - to[1]);
    return String.format(Locale.ROOT, "%.1f", degrees * METRES_PER_DEGREE);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
