package cn.wufei.exchange.worklist;

import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Reads worklists through the API.
public final class Work {

  private static final int ENOUGH = 100;

  private Work() {}

  /// How many things of that kind wait; none when the kind is not named.
  public static int count(Http as, String kind) {
    return group(as, kind).at("/count").asInt();
  }

  static int due(Http as) {
    return (int) as.get("/work?items=0").expect(200).number("dueCount");
  }

  /// What waits of that kind, as the list of all kinds shows it.
  static JsonNode items(Http as, String kind) {
    return group(as, kind).at("/items");
  }

  /// The only thing of that kind that waits.
  public static JsonNode only(Http as, String kind) {
    JsonNode items = items(as, kind);
    if (items.size() != 1) {
      throw new AssertionError("expected one " + kind + " but got " + items);
    }
    return items.get(0);
  }

  /// The keys of all things of that kind, page by page.
  static List<String> keys(Http as, String kind, int limit) {
    List<String> keys = new ArrayList<>();
    String cursor = "";
    do {
      Http.Answer page = as.get("/work/" + kind + "?limit=" + limit + cursor).expect(200);
      page.json().at("/items").forEach(item -> keys.add(item.at("/key").asText()));
      cursor = page.json().has("next") ? "&cursor=" + page.text("next") : "";
    } while (!cursor.isEmpty());
    return keys;
  }

  private static JsonNode group(Http as, String kind) {
    JsonNode groups = as.get("/work?items=" + ENOUGH).expect(200).json().at("/groups");
    for (JsonNode group : groups) {
      if (group.at("/kind").asText().equals(kind)) {
        return group;
      }
    }
    return groups.path("none");
  }
}
