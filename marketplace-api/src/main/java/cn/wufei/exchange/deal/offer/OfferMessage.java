package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// What one party of an offer has written to the other beside it.
///
/// @param sender name of the member
@Serdeable
@Schema(name = "OfferMessage")
record OfferMessage(Id id, Id offerId, Side side, String sender, String text, Instant sentAt) {}
