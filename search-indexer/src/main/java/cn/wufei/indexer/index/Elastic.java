package cn.wufei.indexer.index;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

/// Sends requests to Elasticsearch, each with a limit on how long it may take, and tells "not now"
/// ([SearchDownException]) from "not ever" ([SearchRejectedException]). A missing index is "not
/// now": the indexer is about to create it.
@Singleton
public class Elastic {

  private static final int CONNECT_TIMEOUT_MS = 1_000;
  private static final int REASON_LENGTH_MAX = 500;
  private static final int NOT_FOUND = 404;
  private static final int BUSY = 429;

  /// Of a bulk only what became of each operation is told.
  private static final String BULK =
      "/_bulk?require_alias=true&filter_path=items.*.status,items.*.error";

  private static final ContentType NDJSON =
      ContentType.create("application/x-ndjson", StandardCharsets.UTF_8);

  private final RestClient client;
  private final JsonMapper json;

  Elastic(RestClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /// Searches an index.
  public JsonNode search(SearchIndex index, Map<String, ?> body, Duration limit) {
    return post("/" + index.alias() + "/_search?allow_partial_search_results=false", body, limit);
  }

  public JsonNode post(String path, Map<String, ?> body, Duration limit) {
    return parsed(send("POST", path, entity(body), limit));
  }

  public JsonNode get(String path, Duration limit) {
    return parsed(send("GET", path, null, limit));
  }

  /// Several index operations in one request, as lines of JSON. They reach only indices behind an
  /// alias, so that no index comes to be without its mapping.
  public JsonNode bulk(String lines, Duration limit) {
    var entity = new ByteArrayEntity(lines.getBytes(StandardCharsets.UTF_8), NDJSON);
    return parsed(send("POST", BULK, entity, limit));
  }

  /// Sends a request of whatever method, with a body or without.
  public JsonNode ask(String method, String path, @Nullable Map<String, ?> body, Duration limit) {
    return parsed(send(method, path, body == null ? null : entity(body), limit));
  }

  /// The same with a body that is JSON already.
  JsonNode ask(String method, String path, String body, Duration limit) {
    var entity =
        new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON);
    return parsed(send(method, path, entity, limit));
  }

  private HttpEntity entity(Map<String, ?> body) {
    try {
      return new ByteArrayEntity(json.writeValueAsBytes(body), ContentType.APPLICATION_JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response send(String method, String path, @Nullable HttpEntity entity, Duration limit) {
    Request request = new Request(method, path);
    request.setEntity(entity);
    request.setOptions(withLimit(limit));
    try {
      return client.performRequest(request);
    } catch (ResponseException e) {
      throw refusal(e);
    } catch (IOException e) {
      throw new SearchDownException("Elasticsearch does not answer: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw new SearchDownException("nobody waits for Elasticsearch any more", e);
      }
      if (e.getCause() instanceof CancellationException) {
        throw new SearchDownException("the client of Elasticsearch is closed", e);
      }
      if (e.getCause() instanceof TimeoutException) {
        throw new SearchDownException("no connection to Elasticsearch became free in time", e);
      }
      throw e;
    }
  }

  private static RequestOptions withLimit(Duration limit) {
    int limitMs = Math.toIntExact(limit.toMillis());
    return RequestOptions.DEFAULT.toBuilder()
        .setRequestConfig(
            RequestConfig.custom()
                .setConnectTimeout(Math.min(CONNECT_TIMEOUT_MS, limitMs))
                .setConnectionRequestTimeout(limitMs)
                .setSocketTimeout(limitMs)
                .build())
        .build();
  }

  private static RuntimeException refusal(ResponseException e) {
    int status = e.getResponse().getStatusLine().getStatusCode();
    String reason = reasonOf(e);
    return status == NOT_FOUND || status == BUSY || status >= 500
        ? new SearchDownException("Elasticsearch cannot serve now: " + reason, e, status == BUSY)
        : new SearchRejectedException(status, reason, e);
  }

  private static String reasonOf(ResponseException e) {
    String text = String.valueOf(e.getMessage());
    return text.length() <= REASON_LENGTH_MAX ? text : text.substring(0, REASON_LENGTH_MAX);
  }

  private JsonNode parsed(Response response) {
    try {
      HttpEntity entity = response.getEntity();
      try (InputStream in = entity.getContent()) {
        return json.readValue(in, Argument.of(JsonNode.class));
      } finally {
        EntityUtils.consumeQuietly(entity);
      }
    } catch (IOException e) {
      throw new SearchDownException("Elasticsearch broke off: " + e.getMessage(), e);
    }
  }
}
