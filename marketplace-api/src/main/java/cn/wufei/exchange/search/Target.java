package cn.wufei.exchange.search;

import cn.wufei.indexer.index.SearchIndex;
import java.math.BigDecimal;

/// What is sought, and which fields of its documents play which part.
enum Target {
  LOTS(
      SearchIndex.LOTS,
      "materialKey",
      "classCode",
      "availableKg",
      "availableFrom",
      "availableTo",
      "qualities",
      "priceYuanPerT",
      1),
  DEMANDS(
      SearchIndex.DEMANDS,
      "materialKeys",
      "classCodes",
      "openKg",
      "neededFrom",
      "neededTo",
      "ranges",
      "maxDeliveredYuanPerT",
      -1);

  private final SearchIndex index;
  private final String material;
  private final String wasteClass;
  private final String quantity;
  private final String firstDay;
  private final String lastDay;
  private final String qualities;
  private final String price;
  private final int priceSign;

  Target(
      SearchIndex index,
      String material,
      String wasteClass,
      String quantity,
      String firstDay,
      String lastDay,
      String qualities,
      String price,
      int priceSign) {
    this.index = index;
    this.material = material;
    this.wasteClass = wasteClass;
    this.quantity = quantity;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.qualities = qualities;
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

  /// The nested ranges of quality parameters, stated or required.
  String qualities() {
    return qualities;
  }

  String price() {
    return price;
  }

  /// What counts against a document for the caller: the price that a lot costs, or the price that a
  /// demand pays, negated. Freight is added to either.
  BigDecimal cost(BigDecimal priceYuanPerT) {
    return priceSign > 0 ? priceYuanPerT : priceYuanPerT.negate();
  }

  boolean cheapestFirst() {
    return priceSign > 0;
  }
}
