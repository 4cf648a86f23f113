package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.haul.FreightInvoice;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// An offer that would answer another, with what it takes over from that.
///
/// @param freightInvoice where the price is delivered
@Serdeable
record AskedCounter(@NotNull @Valid CounterDraft offer, @Nullable FreightInvoice freightInvoice) {}
