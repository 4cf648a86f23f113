package cn.wufei.bench;

import cn.wufei.indexer.index.SearchIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Speaks to Elasticsearch itself, past the exchange.
final class SearchServer {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI url;

  SearchServer(URI url) {
    this.url = url;
  }

  /// The answer's body; fails unless it was done.
  String send(String method, String path, byte[] body, String contentType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(PATIENCE)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (body.length > 0) {
      request.header("Content-Type", contentType);
    }
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

  /// A JSON request.
  String send(String method, String path, String body) {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /// Makes an index as the product defines it.
  ///
  /// @param before what stands before the definition, such as an alias, with a comma; or nothing
  void create(String name, SearchIndex like, String before) {
    String resource = like == SearchIndex.LOTS ? "lots.json" : "demands.json";
    try (InputStream in = SearchIndex.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the definition of an index is not packed: " + resource);
      }
      String definition = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      send("PUT", "/" + name, "{" + before + definition.substring(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same behind its alias, for an exchange whose indexer does not run.
  void createBehindAlias(SearchIndex index) {
    create(
        index.alias() + "-1",
        index,
        "\"aliases\": {\"" + index.alias() + "\": {\"is_write_index\": true}}, ");
  }

  /// Makes it forget the counts that it remembers, as each change of the index does.
  void forgetCounts() {
    send("POST", "/_cache/clear?request=true", "");
  }

  /// Makes what was written findable.
  void refresh() {
    send("POST", "/_refresh", "");
  }
}
