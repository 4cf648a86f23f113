package cn.wufei.exchange.indexing;

import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.StreamSupport;

/// What an operator does with the index, through the API.
public final class Operator {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);

  private Operator() {}

  public static Http http() {
    return Http.as(Fixtures.operator());
  }

  /// How it stands with the index of a kind.
  public static JsonNode status(String kind) {
    JsonNode items = http().get("/indexing").expect(200).json().at("/items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.at("/kind").asText().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /// Has both sides compared and answers what was found.
  public static JsonNode compare(String kind) {
    http().post("/indexing/" + kind + "/comparison").expect(200);
    return await()
        .atMost(SOON)
        .pollInterval(POLL)
        .until(() -> status(kind), status -> !status.at("/comparisonRequested").asBoolean())
        .at("/comparison");
  }

  /// The number of documents that were found to differ.
  public static int differences(JsonNode comparison) {
    return comparison.at("/missing").asInt()
        + comparison.at("/older").asInt()
        + comparison.at("/newer").asInt()
        + comparison.at("/surplus").asInt();
  }

  public static void rebuild(String kind) {
    http().post("/indexing/" + kind + "/rebuild").expect(200);
    awaitRebuilt(kind);
  }

  public static void awaitRebuilt(String kind) {
    await()
        .atMost(SOON)
        .pollInterval(POLL)
        .until(() -> status(kind).at("/rebuild/state").asText().equals("idle"));
  }
}
