package cn.wufei.exchange.listing;

import cn.wufei.exchange.haul.FreightInvoice;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// That a lot's price is delivered: it holds at the buyer's gate, and the seller pays the freight.
///
/// @param radiusKm around the lot's site, as the crow flies; beyond it the lot is not offered
/// @param freightInvoice who invoices the freight
@Serdeable
public record Delivery(
    @NotNull @Min(LotLimits.DELIVERY_RADIUS_KM_MIN) @Max(LotLimits.DELIVERY_RADIUS_KM_MAX)
        Integer radiusKm,
    @NotNull FreightInvoice freightInvoice) {}
