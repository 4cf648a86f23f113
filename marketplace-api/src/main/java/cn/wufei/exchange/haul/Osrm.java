package cn.wufei.exchange.haul;

import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.index.Json;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Asks a routing service for lengths of ways, in OSRM's HTTP interface (project-osrm.org, API v1):
/// `route` for one way, `table` for many. The JDK's client is enough for two GET requests and
/// brings no dependency.
final class Osrm {

  /// Room for a table of 100 ways and more; longer answers are not read.
  private static final long ANSWER_BYTES_MAX = 256 * 1024L;

  /// Once around the Earth: no way by road is as long.
  private static final double METRES_MAX = 40_075_000;

  private static final int BAD_REQUEST = 400;

  private final URI url;
  private final Duration timeout;
  private final HttpClient client;
  private final JsonMapper json;

  Osrm(URI url, Duration timeout, JsonMapper json) {
    this.url = URI.create(url.toString().replaceAll("/+$", ""));
    this.timeout = timeout;
    this.json = json;
    this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  /// Metres along the fastest route; nothing when there is none.
  ///
  /// @throws IOException when the service does not answer in time, or with something else
  OptionalDouble route(GeoPoint from, GeoPoint to) throws IOException {
    JsonNode answer = get("/route/v1/driving/" + points(Stream.of(from, to)) + "?overview=false");
    if (!isOk(answer)) {
      return OptionalDouble.empty();
    }
    JsonNode routes = part(answer, "routes");
    if (!routes.isArray() || routes.size() == 0) {
      throw new IOException("an answer has no route");
    }
    return OptionalDouble.of(metres(part(routes.values().iterator().next(), "distance")));
  }

  /// Metres from each of the first points to each of the others, row by row; nothing where there is
  /// no route. No row at all when one of the points is far from every road.
  List<List<OptionalDouble>> table(List<GeoPoint> from, List<GeoPoint> to) throws IOException {
    JsonNode answer =
        get(
            "/table/v1/driving/"
                + points(Stream.concat(from.stream(), to.stream()))
                + "?annotations=distance&sources="
                + indexes(0, from.size())
                + "&destinations="
                + indexes(from.size(), from.size() + to.size()));
    if (!isOk(answer)) {
      return List.of();
    }
    List<List<OptionalDouble>> rows = new ArrayList<>();
    for (JsonNode row : part(answer, "distances").values()) {
      List<OptionalDouble> lengths = new ArrayList<>();
      for (JsonNode length : row.values()) {
        lengths.add(length.isNull() ? OptionalDouble.empty() : OptionalDouble.of(metres(length)));
      }
      rows.add(lengths);
    }
    if (rows.size() != from.size() || rows.stream().anyMatch(row -> row.size() != to.size())) {
      throw new IOException("a table has another size than was asked for");
    }
    return rows;
  }

  private JsonNode get(String path) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).timeout(timeout).build();
    try {
      HttpResponse<byte[]> response =
          client.send(
              request,
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
      JsonNode answer = json.readValue(response.body(), Argument.of(JsonNode.class));
      boolean understood = response.statusCode() == 200 || response.statusCode() == BAD_REQUEST;
      if (!understood || answer == null || !answer.isObject()) {
        throw new IOException("the service answers " + response.statusCode());
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Whether there is a route; that there is none, or no road nearby, is an answer too.
  private static boolean isOk(JsonNode answer) throws IOException {
    JsonNode code = part(answer, "code");
    return switch (code.isString() ? code.getStringValue() : "") {
      case "Ok" -> true;
      case "NoRoute", "NoSegment" -> false;
      default -> throw new IOException("the service answers with another code");
    };
  }

  private static JsonNode part(JsonNode node, String name) throws IOException {
    JsonNode part = node.isObject() ? Json.find(node, name) : null;
    if (part == null) {
      throw new IOException("an answer has no " + name);
    }
    return part;
  }

  private static double metres(JsonNode length) throws IOException {
    double metres = length.isNumber() ? length.getDoubleValue() : Double.NaN;
    if (!(metres >= 0 && metres <= METRES_MAX)) {
      throw new IOException("an answer has a length that is none");
    }
    return metres;
  }

  private static String points(Stream<GeoPoint> points) {
    return points
        .map(point -> String.format(Locale.ROOT, "%.6f,%.6f", point.lon(), point.lat()))
        .collect(Collectors.joining(";"));
  }

  private static String indexes(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining(";"));
  }
}
