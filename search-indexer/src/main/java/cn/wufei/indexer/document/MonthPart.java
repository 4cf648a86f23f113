package cn.wufei.indexer.document;

import io.micronaut.serde.annotation.Serdeable;

/// What of a recurring lot or demand is to move in one calendar month.
///
/// @param month such as `2027-03`
@Serdeable
public record MonthPart(String month, long quantityKg) {}
