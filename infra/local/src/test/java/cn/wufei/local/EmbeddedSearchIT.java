package cn.wufei.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSearchIT {

  private static final Duration UP = Duration.ofMinutes(2);

  @TempDir Path varDir;

  @Test
  void documents_survive_an_outage_on_the_same_url() throws IOException, InterruptedException {
    try (EmbeddedSearch search = EmbeddedSearch.start(varDir, LocalOptions.defaults())) {
      assertThat(search.await(UP)).isTrue();
      String url = search.url();
      put(url + "/lot/_doc/1?refresh=true", "{\"title\": \"脱硫石膏 gypsum\"}");

      search.stop();
      assertThat(search.isRunning()).isFalse();
      assertThat(search.await(Duration.ZERO)).isFalse();
      assertThatThrownBy(() -> get(url + "/lot/_doc/1")).isInstanceOf(ConnectException.class);
      search.start();
      assertThat(search.await(UP)).isTrue();

      assertThat(search.url()).isEqualTo(url);
      assertThat(get(url + "/lot/_doc/1")).contains("脱硫石膏 gypsum");
    }
  }

  @Test
  void a_server_that_ends_by_itself_stays_down_and_is_named_with_its_log() throws IOException {
    try (EmbeddedSearch search =
        EmbeddedSearch.start(varDir, LocalOptions.defaults().withSearchHeapMb(900_000_000))) {
      assertThatThrownBy(() -> search.await(UP))
          .isInstanceOf(LocalServicesException.class)
          .hasMessageContaining("Elasticsearch ended with exit code")
          .hasMessageContaining("elasticsearch.log")
          .hasMessageNotContaining("\n");
      assertThat(search.isRunning()).isFalse();
    }
  }

  private static void put(String url, String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json))
            .build();
    assertThat(send(request).statusCode()).isEqualTo(201);
  }

  private static String get(String url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)).build()).body();
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
