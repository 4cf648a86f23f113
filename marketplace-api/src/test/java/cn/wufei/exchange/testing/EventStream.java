package cn.wufei.exchange.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Server-sent events as they come. Reads on a thread of its own until it is closed or the exchange
/// ends the answer.
public final class EventStream implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(20);

  private final HttpResponse<InputStream> response;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  EventStream(HttpResponse<InputStream> response) {
    this.response = response;
    Thread.ofVirtual().name("event-stream").start(this::read);
  }

  public int status() {
    return response.statusCode();
  }

  public HttpHeaders headers() {
    return response.headers();
  }

  /// The named events so far.
  public List<Event> events() {
    return List.copyOf(events);
  }

  public List<Event> awaitEvents(int count) {
    await("event " + count).atMost(PATIENCE).pollInterval(POLL).until(() -> events.size() >= count);
    return events();
  }

  public void awaitComments(int count) {
    await("comments").atMost(PATIENCE).pollInterval(POLL).until(() -> comments.size() >= count);
  }

  public void awaitEnd() {
    await("end of the stream").atMost(PATIENCE).pollInterval(POLL).until(() -> ended);
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String id = "";
      String name = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          comments.add(line.substring(1).strip());
        } else if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
          name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data += line.substring(5).strip();
        } else if (line.isEmpty()) {
          if (!name.isEmpty()) {
            events.add(new Event(id, name, data));
          }
          id = "";
          name = "";
          data = "";
        }
      }
    } catch (IOException _) {
      // Closed by the test.
    }
    ended = true;
  }

  /// One event with a name.
  public record Event(String id, String name, String data) {

    public JsonNode json() {
      try {
        return Http.JSON.readTree(data);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("not JSON: " + this, e);
      }
    }
  }
}
