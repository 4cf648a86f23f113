package cn.wufei.exchange.matching;

import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Lists of matches say once what their items have in common.
final class Listed {

  private Listed() {}

  /// The items of a list, each with both sides.
  static JsonNode items(JsonNode list) {
    ArrayNode whole = Http.JSON.createArrayNode();
    for (JsonNode item : list.at("/items")) {
      ObjectNode match = item.deepCopy();
      for (String side : new String[] {"lot", "demand"}) {
        if (list.has(side) == item.has(side)) {
          throw new AssertionError("each side once, in the list or in its items: " + list);
        }
        if (list.has(side)) {
          match.set(side, list.get(side));
        }
      }
      whole.add(match);
    }
    return whole;
  }
}
