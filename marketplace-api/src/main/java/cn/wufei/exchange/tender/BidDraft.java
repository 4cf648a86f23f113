package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A bid to be sealed, or to take the place of the one that is.
///
/// @param commitment the digest that [Commitment] states, as 64 lowercase hexadecimal digits; the
///   price stays with the bidder
/// @param buyerSiteId where the buyer wants it
/// @param message for the seller, who reads it from the closing on; it is not sealed, so nothing in
///   it should tell the price
@Serdeable
@Schema(name = "BidDraft")
record BidDraft(
    @NotNull @Pattern(regexp = TenderLimits.HEX) String commitment,
    @NotNull Id buyerSiteId,
    @Nullable @Size(max = TenderLimits.TEXT_MAX) String message) {

  @Nullable String text() {
    return message == null || message.isBlank() ? null : message.strip();
  }
}
