package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.haul.FreightInvoice;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// An offer that would be made, with what it takes over from its lot.
///
/// @param freightInvoice where the lot's price was delivered when it was asked for; another one by
///   now would give the same price another meaning
@Serdeable
record AskedProposal(@NotNull @Valid OfferDraft offer, @Nullable FreightInvoice freightInvoice) {}
