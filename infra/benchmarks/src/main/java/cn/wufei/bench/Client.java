package cn.wufei.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Speaks to the exchange as one member.
final class Client {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI server;
  private final String token;

  private Client(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  static Client stranger(URI server) {
    return new Client(server, "");
  }

  /// The member who signs in with that login.
  static Client signedIn(URI server, String login, String password) {
    String session =
        stranger(server)
            .post(
                "/session",
                "sign-in-" + login,
                0,
                "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(login, password));
    return new Client(server, text(session, "accessToken"));
  }

  /// The answer's body; fails unless it was done.
  ///
  /// @param version what the change is made against, or 0
  String post(String path, String key, long version, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve("/api/v1" + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (version > 0) {
      request.header("If-Match", "\"" + version + "\"");
    }
    return answer(path, request);
  }

  /// Sends a file; the answer's body.
  String send(String path, String key, Path file) throws IOException {
    return answer(
        path,
        HttpRequest.newBuilder(server.resolve("/api/v1" + path))
            .timeout(PATIENCE)
            .header("Idempotency-Key", key)
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofFile(file)));
  }

  /// The answer's body; fails unless there is one.
  String get(String path) {
    return answer(
        path,
        HttpRequest.newBuilder(server.resolve("/api/v1" + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .GET());
  }

  private static String answer(String path, HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            path + " was answered with " + answer.statusCode() + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(path + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The first text of that name in an answer.
  static String text(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return found.group(1);
  }
}
