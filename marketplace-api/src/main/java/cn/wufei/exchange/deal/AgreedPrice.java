package cn.wufei.exchange.deal;

import cn.wufei.exchange.price.QualityAdjustment;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A price of an agreement and since when it holds. The day of a load is that of the weighing that
/// governs.
///
/// @param from the first day on which it holds, in China Standard Time; nothing of the price that
///   was agreed on at first
/// @param priceYuanPerT of a tonne of the agreed quality
/// @param adjustments how it moves with other qualities; empty where it does not
@Serdeable
@Schema(name = "AgreedPrice")
public record AgreedPrice(
    @Nullable LocalDate from, BigDecimal priceYuanPerT, List<QualityAdjustment> adjustments) {

  public AgreedPrice {
    adjustments = List.copyOf(adjustments);
  }

  boolean holdsOn(LocalDate day) {
    return from == null || !day.isBefore(from);
  }
}
