package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// A file that one party of an offer has attached to it.
@Serdeable
@Schema(name = "OfferFile")
record OfferFile(Id offerId, Side side, Attachment file) {}
