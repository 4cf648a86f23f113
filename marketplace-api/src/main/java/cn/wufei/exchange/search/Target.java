package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.Haul;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchIndex;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is sought, and which fields of its documents play which part.
enum Target {
  LOTS(
      SearchIndex.LOTS,
      "materialKey",
      "classCode",
      "availableKg",
      "availableFrom",
      "availableTo",
      "priceYuanPerT",
      1),
  DEMANDS(
      SearchIndex.DEMANDS,
      "materialKeys",
      "classCodes",
      "openKg",
      "neededFrom",
      "neededTo",
      "maxDeliveredYuanPerT",
      -1);

  private final SearchIndex index;
  private final String material;
  private final String wasteClass;
  private final String quantity;
  private final String firstDay;
  private final String lastDay;
  private final String price;
  private final int priceSign;

  Target(
      SearchIndex index,
      String material,
      String wasteClass,
      String quantity,
      String firstDay,
      String lastDay,
      String price,
      int priceSign) {
    this.index = index;
    this.material = material;
    this.wasteClass = wasteClass;
    this.quantity = quantity;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.price = price;
    this.priceSign = priceSign;
  }

  SearchIndex index() {
    return index;
  }

  String material() {
    return material;
  }

  String wasteClass() {
    return wasteClass;
  }

  String quantity() {
    return quantity;
  }

  /// The first day on which tonnes are to be had or wanted.
  String firstDay() {
    return firstDay;
  }

  /// The last day, included, on which tonnes are to be had or wanted.
  String lastDay() {
    return lastDay;
  }

  String price() {
    return price;
  }

  /// What counts against a document for the caller: the price that a lot costs, or the price that a
  /// demand pays, negated. Freight is added to either, or taken off, see [#freightSign].
  BigDecimal cost(BigDecimal priceYuanPerT) {
    return priceSign > 0 ? priceYuanPerT : priceYuanPerT.negate();
  }

  /// Documents that have this [#cost] or less.
  Map<String, Object> noDearer(BigDecimal cost) {
    return cheapestFirst()
        ? Clauses.range(price, "lte", cost)
        : Clauses.range(price, "gte", cost.negate());
  }

  boolean cheapestFirst() {
    return priceSign > 0;
  }

  /// The field that tells on which basis the price of a document holds.
  String basisField() {
    return this == LOTS ? SearchFields.RADIUS_KM : SearchFields.LIMIT_BASIS;
  }

  /// Documents whose price holds on that basis.
  Map<String, Object> ofBasis(PriceBasis basis) {
    return switch (this) {
      case LOTS -> {
        Map<String, Object> delivered = Clauses.exists(SearchFields.RADIUS_KM);
        yield basis == PriceBasis.DELIVERED ? delivered : Clauses.not(delivered);
      }
      case DEMANDS -> Clauses.term(SearchFields.LIMIT_BASIS, basis.code());
    };
  }

  PriceBasis basisOf(JsonNode source) {
    return switch (this) {
      case LOTS -> radiusKm(source) == null ? PriceBasis.EX_WORKS : PriceBasis.DELIVERED;
      case DEMANDS -> PriceBasis.ofCode(Json.at(source, SearchFields.LIMIT_BASIS).getStringValue());
    };
  }

  /// How many times the freight adds to [#cost].
  int freightSign(PriceBasis ofDocument, PriceBasis ofCaller) {
    return this == LOTS ? ofDocument.freightSign(ofCaller) : ofCaller.freightSign(ofDocument);
  }

  /// The estimated way between the document's site and the caller's, in the direction in which the
  /// tonnes go.
  Haul haul(JsonNode source, Standpoint caller, Hauls hauls) {
    long leftKg = Json.at(source, quantity).getLongValue();
    long kg = Math.min(leftKg, caller.consignmentKg());
    Place there = placeOf(source);
    return this == LOTS
        ? hauls.estimate(there, caller.place(), kg)
        : hauls.estimate(caller.place(), there, kg);
  }

  /// Whether the lot is offered at the other end: its price is ex works or delivered that far.
  boolean reaches(JsonNode source, Standpoint caller, Haul haul) {
    return haul.isWithin(this == LOTS ? radiusKm(source) : caller.radiusKm());
  }

  private static @Nullable Integer radiusKm(JsonNode source) {
    JsonNode radius = Json.find(source, "delivery", "radiusKm");
    return radius == null ? null : radius.getIntValue();
  }

  static Place placeOf(JsonNode source) {
    JsonNode location = Json.at(source, "site", "location");
    var point =
        new GeoPoint(
            Json.at(location, "lat").getDoubleValue(), Json.at(location, "lon").getDoubleValue());
    Set<FreightMode> modes = EnumSet.of(FreightMode.ROAD);
    for (JsonNode mode : Json.at(source, "site", "modes").values()) {
      modes.add(FreightMode.ofCode(mode.getStringValue()));
    }
    return new Place(point, modes);
  }
}
