package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Haul;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.index.Json;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.Comparator;

/// A document with what it costs the caller, freight included.
record Costed(String id, BigDecimal cost) {

  static final Comparator<Costed> ORDER =
      Comparator.comparing(Costed::cost).thenComparing(Costed::id);

  /// From a hit whose source has at least the fields of [#sourceOf].
  static Costed of(Target target, JsonNode hit, GeoPoint place, Hauls hauls) {
    JsonNode source = Json.at(hit, "_source");
    BigDecimal price = Json.at(source, target.price()).getBigDecimalValue();
    Haul haul = hauls.between(locationOf(source), place);
    return new Costed(
        Json.at(source, SearchFields.ID).getStringValue(),
        target.cost(price).add(haul.freightYuanPerT()));
  }

  static String[] sourceOf(Target target) {
    return new String[] {SearchFields.ID, target.price(), SearchFields.LOCATION};
  }

  static GeoPoint locationOf(JsonNode source) {
    JsonNode location = Json.at(source, "site", "location");
    return new GeoPoint(
        Json.at(location, "lat").getDoubleValue(), Json.at(location, "lon").getDoubleValue());
  }
}
