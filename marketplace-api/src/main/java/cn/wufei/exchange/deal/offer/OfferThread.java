package cn.wufei.exchange.deal.offer;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// What the parties of a negotiation wrote and attached beside its offers, oldest first.
@Serdeable
@Schema(name = "OfferThread")
record OfferThread(List<OfferMessage> messages, List<OfferFile> files) {

  OfferThread {
    messages = List.copyOf(messages);
    files = List.copyOf(files);
  }
}
