package cn.wufei.exchange.haul;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Locale;

/// At whose gate a price holds: ex works the buyer pays the freight besides, delivered the price
/// includes it.
@Serdeable
public enum PriceBasis {
  @JsonProperty("ex-works")
  EX_WORKS,
  @JsonProperty("delivered")
  DELIVERED;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static PriceBasis ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// How many times the freight is added to a price of this basis before it compares with a limit:
  /// once where the buyer's limit holds at its gate and the price does not include the way there,
  /// minus once where it is the other way round (the netback), else not at all.
  public int freightSign(PriceBasis limit) {
    return Integer.signum(limit.compareTo(this));
  }

  /// A price of this basis, brought to the basis of the limit that it is compared with.
  public BigDecimal asked(BigDecimal priceYuanPerT, PriceBasis limit, BigDecimal freightYuanPerT) {
    return priceYuanPerT.add(freightYuanPerT.multiply(BigDecimal.valueOf(freightSign(limit))));
  }
}
