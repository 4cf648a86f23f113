package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Haul;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.indexer.index.Json;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A document with what it costs the caller, freight included or taken off as the two bases ask.
record Costed(String id, BigDecimal cost) {

  static final Comparator<Costed> ORDER =
      Comparator.comparing(Costed::cost).thenComparing(Costed::id);

  /// From a hit whose source has at least the fields of [#sourceOf]; nothing when a delivered price
  /// does not reach.
  static @Nullable Costed of(Target target, JsonNode hit, Standpoint caller, Hauls hauls) {
    JsonNode source = Json.at(hit, "_source");
    Haul haul = target.haul(source, caller, hauls);
    if (!caller.beyond() && !target.reaches(source, caller, haul)) {
      return null;
    }
    BigDecimal price = Json.at(source, target.price()).getBigDecimalValue();
    PriceBasis basis = target.basisOf(source);
    int sign = target.freightSign(basis, caller.basis());
    return new Costed(
        Json.at(source, SearchFields.ID).getStringValue(),
        target.cost(price).add(haul.freightYuanPerT().multiply(BigDecimal.valueOf(sign))));
  }

  static String[] sourceOf(Target target) {
    return new String[] {
      SearchFields.ID,
      target.price(),
      target.quantity(),
      target.basisField(),
      SearchFields.LOCATION,
      SearchFields.SITE_MODES
    };
  }
}
