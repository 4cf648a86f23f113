package cn.wufei.exchange.price;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A published series of prices by the month, in yuan per tonne, as the operator has it.
///
/// @param version 0 while nothing was stated
/// @param source who publishes it, and where
/// @param verified whether the source was looked at and says so
/// @param newest what counts for the latest month that has a value
@Serdeable
@Schema(name = "PriceIndex")
public record PriceIndex(
    String code,
    long version,
    String nameZh,
    String nameEn,
    String source,
    boolean verified,
    Instant statedAt,
    @Nullable Newest newest) {

  static final int CODE_MAX = 40;
  static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";
  static final String MONTH = "20[0-9]{2}-(0[1-9]|1[0-2])";

  /// What it was before it was first stated.
  PriceIndex asNothing() {
    return new PriceIndex(code, 0, nameZh, nameEn, source, verified, statedAt, null);
  }

  PriceIndex with(@Nullable Newest value) {
    return new PriceIndex(code, version, nameZh, nameEn, source, verified, statedAt, value);
  }

  /// @param month such as `2026-03`
  @Serdeable
  @Schema(name = "NewestIndexValue")
  public record Newest(String month, BigDecimal yuanPerT) {}
}
