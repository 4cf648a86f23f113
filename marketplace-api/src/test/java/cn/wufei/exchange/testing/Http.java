package cn.wufei.exchange.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Speaks to the exchange as one member or as a stranger. A path starts after `/api/v1` unless it
/// begins with that or is asked of the root. Bodies are maps, lists and values, or a string or
/// bytes that are sent as they are. Each write gets an `Idempotency-Key` of its own unless one is
/// given.
public final class Http {

  public static final ObjectMapper JSON = new ObjectMapper();
  private static final String BASE = "/api/v1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final AtomicLong KEYS = new AtomicLong();

  private final URI server;
  private final List<String> headers;

  private Http(URI server, List<String> headers) {
    this.server = server;
    this.headers = List.copyOf(headers);
  }

  public static Http anonymous() {
    return anonymous(TestExchange.get());
  }

  public static Http anonymous(TestExchange exchange) {
    return new Http(exchange.url(), List.of());
  }

  public static Http as(TestMember member) {
    return withToken(member.accessToken());
  }

  public static Http withToken(String accessToken) {
    return anonymous().with("Authorization", "Bearer " + accessToken);
  }

  /// The same client with one more header on each request; a later one of the same name wins.
  public Http with(String name, String value) {
    List<String> more = new ArrayList<>();
    for (int i = 0; i < headers.size(); i += 2) {
      if (!headers.get(i).equalsIgnoreCase(name)) {
        more.add(headers.get(i));
        more.add(headers.get(i + 1));
      }
    }
    more.add(name);
    more.add(value);
    return new Http(server, more);
  }

  public Http withKey(String idempotencyKey) {
    return with("Idempotency-Key", idempotencyKey);
  }

  /// States the version that the change is made against.
  public Http ifMatch(long version) {
    return with("If-Match", "\"" + version + "\"");
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, Object body) {
    return keyed().send("POST", path, body);
  }

  /// A post without a body.
  public Answer post(String path) {
    return keyed().send("POST", path, null);
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /// The beginning of an answer that goes on: status and headers, after which it is closed.
  public Answer open(String path) {
    try (EventStream stream = follow(path)) {
      return new Answer(stream.status(), stream.headers(), "");
    }
  }

  /// An answer whose body is no text.
  public HttpResponse<byte[]> download(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(full(path)));
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    return sent(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /// A text as it stands in a path or a query.
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Follows an answer that goes on. Close it.
  public EventStream follow(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(full(path)));
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    return new EventStream(sent(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
  }

  /// Sends exactly what is said, without a key.
  public Answer send(String method, String path, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                server.resolve(path.startsWith("//") ? path.substring(1) : full(path)))
            .timeout(PATIENCE);
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    if (body != null && headers.stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      request.header("Content-Type", "application/json");
    }
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : body instanceof byte[] bytes
                ? HttpRequest.BodyPublishers.ofByteArray(bytes)
                : HttpRequest.BodyPublishers.ofString(textOf(body)));
    HttpResponse<String> response = sent(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  private static <T> HttpResponse<T> sent(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return CLIENT.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static String freshKey() {
    return "test-key-" + KEYS.incrementAndGet();
  }

  private Http keyed() {
    boolean hasKey = headers.stream().anyMatch("Idempotency-Key"::equalsIgnoreCase);
    return hasKey ? this : withKey(freshKey());
  }

  private static String full(String path) {
    return path.startsWith(BASE) ? path : BASE + path;
  }

  private static String textOf(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// What came back.
  public record Answer(int status, HttpHeaders headers, String body) {

    public JsonNode json() {
      if (body.isEmpty()) {
        return MissingNode.getInstance();
      }
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("not JSON: " + this, e);
      }
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /// The text at a JSON pointer's path without its first slash: `id`, `items/0/name`.
    public String text(String path) {
      return json().at("/" + path).asText();
    }

    public long number(String path) {
      return json().at("/" + path).asLong();
    }

    /// The problem's code, or nothing when this is not a problem.
    public String code() {
      return header("Content-Type").startsWith("application/problem+json") ? text("code") : "";
    }

    /// The body as a map, for comparing whole answers.
    public Map<?, ?> map() {
      return JSON.convertValue(json(), Map.class);
    }

    /// This answer, when it has that status; fails with the whole answer otherwise.
    public Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("expected " + wanted + " but got " + this);
      }
      return this;
    }

    @Override
    public String toString() {
      return status + " " + body;
    }
  }
}
