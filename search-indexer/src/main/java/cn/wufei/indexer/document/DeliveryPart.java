package cn.wufei.indexer.document;

import io.micronaut.serde.annotation.Serdeable;

/// That a lot's price holds at the buyer's gate.
///
/// @param radiusKm around the lot's site, as the crow flies
/// @param freightInvoice `one-invoice` or `two-invoice`
@Serdeable
public record DeliveryPart(int radiusKm, String freightInvoice) {}
