package cn.wufei.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The exchange's HTTP API as a client sees it. Every write carries a key of its own, so a request
/// may be sent again after a broken connection; a 429 is waited out as the answer says.
public final class Api {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
  private static final int ATTEMPTS_MAX = 8;
  private static final Duration RECONNECT_WAIT = Duration.ofMillis(250);
  private static final Duration RETRY_WAIT_MAX = Duration.ofSeconds(90);
  private static final Duration WAIT_SAID_FROM = Duration.ofSeconds(2);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAUTHENTICATED = 401;
  private static final int ERRORS_FROM = 400;

  private final URI base;
  private final HttpClient http;

  public Api(URI base) {
    this.base = base;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
  }

  public static ObjectNode body() {
    return JSON.createObjectNode();
  }

  /// A session of one member; the sign-in is only sent when it is first needed.
  public Session session(Account account) {
    return new Session(account);
  }

  public JsonNode getAnonymously(String path) {
    return answered("GET " + path, send(request(path).GET()));
  }

  public JsonNode postAnonymously(String path, String key, ObjectNode body) {
    return answered("POST " + path, send(post(path, key, body)));
  }

  /// What one member asks. Signs in by itself, and again when the access token has ended.
  public final class Session {
    private final Account account;
    private @Nullable String token;

    private Session(Account account) {
      this.account = account;
    }

    public JsonNode get(String path) {
      return authorised("GET " + path, request(path).GET());
    }

    /// All items of a list, page by page.
    List<JsonNode> list(String path) {
      List<JsonNode> items = new ArrayList<>();
      String separator = path.contains("?") ? "&" : "?";
      String next = "";
      do {
        JsonNode page = get(path + separator + "limit=100" + next);
        page.path("items").forEach(items::add);
        next = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : "";
      } while (!next.isEmpty());
      return items;
    }

    public JsonNode post(String path, String key, ObjectNode body) {
      return authorised("POST " + path, Api.this.post(path, key, body));
    }

    /// A file, by the name that it gets.
    JsonNode attach(String path, String key, String name, byte[] content) {
      String named = path + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
      return authorised(
          "POST " + path,
          request(named)
              .header("Idempotency-Key", key)
              .setHeader("Content-Type", "application/pdf")
              .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    /// A change of something that was read at that version.
    public JsonNode post(String path, String key, ObjectNode body, JsonNode view) {
      String version = "\"" + view.path("version").asLong() + "\"";
      return authorised(
          "POST " + path, Api.this.post(path, key, body).setHeader("If-Match", version));
    }

    /// A new state of something that was read at that version.
    public JsonNode put(String path, ObjectNode body, JsonNode view) {
      String version = "\"" + view.path("version").asLong() + "\"";
      return authorised(
          "PUT " + path,
          request(path)
              .header("If-Match", version)
              .PUT(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    /// Whether the member may sign in.
    public void signIn() {
      ObjectNode body = body().put("login", account.login()).put("password", account.password());
      JsonNode answer =
          answered(
              "POST /session as " + account.login(),
              send(request("/session").POST(HttpRequest.BodyPublishers.ofString(text(body)))));
      token = answer.path("accessToken").asText();
    }

    private JsonNode authorised(String what, HttpRequest.Builder request) {
      if (token == null) {
        signIn();
      }
      HttpResponse<String> response = send(withToken(request));
      if (response.statusCode() == UNAUTHENTICATED) {
        signIn();
        response = send(withToken(request));
      }
      return answered(what + " as " + account.login(), response);
    }

    private HttpRequest.Builder withToken(HttpRequest.Builder request) {
      return request.copy().setHeader("Authorization", "Bearer " + token);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
        .timeout(ANSWER_TIMEOUT)
        .header("Accept", "application/json")
        .header("Content-Type", "application/json");
  }

  private HttpRequest.Builder post(String path, String key, ObjectNode body) {
    return request(path)
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(text(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    String what = request.method() + " " + request.uri();
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != TOO_MANY_REQUESTS || attempt == ATTEMPTS_MAX) {
          return response;
        }
        waitOut(retryAfter(response));
      } catch (IOException e) {
        if (attempt == ATTEMPTS_MAX) {
          throw new RefusedException(0, what + " did not get an answer: " + e);
        }
        pause(RECONNECT_WAIT.multipliedBy(attempt));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new RefusedException(0, what + " was interrupted");
      }
    }
  }

  private static Duration retryAfter(HttpResponse<String> response) {
    long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
    Duration wait = Duration.ofSeconds(Math.max(0, seconds));
    return wait.compareTo(RETRY_WAIT_MAX) < 0 ? wait : RETRY_WAIT_MAX;
  }

  private static void waitOut(Duration wait) {
    if (wait.compareTo(WAIT_SAID_FROM) >= 0) {
      LoadDemo.say("too many requests; waiting " + wait.toSeconds() + " s");
    }
    pause(wait);
  }

  static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new RefusedException(0, "interrupted");
    }
  }

  private static JsonNode answered(String what, HttpResponse<String> response) {
    JsonNode body = parsed(response.body());
    if (response.statusCode() < ERRORS_FROM) {
      return body;
    }
    StringBuilder message = new StringBuilder(what).append(": ").append(response.statusCode());
    for (String name : List.of("code", "detail", "fields", "facts")) {
      if (body.hasNonNull(name)) {
        JsonNode value = body.get(name);
        message.append(' ').append(value.isTextual() ? value.asText() : value.toString());
      }
    }
    throw new RefusedException(response.statusCode(), message.toString());
  }

  private static JsonNode parsed(String text) {
    try {
      return text.isBlank() ? body() : JSON.readTree(text);
    } catch (IOException _) {
      return body().put("detail", "an answer that is not JSON");
    }
  }

  private static String text(ObjectNode body) {
    return body.toString();
  }
}
