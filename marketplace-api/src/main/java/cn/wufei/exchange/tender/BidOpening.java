package cn.wufei.exchange.tender;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What was sealed.
///
/// @param nonce 64 lowercase hexadecimal digits
@Serdeable
@Schema(name = "BidOpening")
record BidOpening(
    @NotNull
        @DecimalMin(TenderLimits.PRICE_MIN)
        @DecimalMax(TenderLimits.PRICE_MAX)
        @Digits(integer = 8, fraction = 2)
        BigDecimal priceYuanPerT,
    @NotNull @Pattern(regexp = TenderLimits.HEX) String nonce) {

  BigDecimal price() {
    return priceYuanPerT.setScale(TenderLimits.PRICE_DECIMALS, RoundingMode.UNNECESSARY);
  }
}
