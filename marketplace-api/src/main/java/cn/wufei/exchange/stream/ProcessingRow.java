package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A processing as it is stored.
///
/// @param beyondStockKg how much of the input was not recorded to be there
record ProcessingRow(
    Id id,
    Id organisationId,
    LocalDate occurredOn,
    @Nullable String method,
    @Nullable String note,
    long beyondStockKg,
    Id transferId,
    Instant recordedAt,
    List<Line> lines) {

  static final String INPUT = "input";
  static final String OUTPUT = "output";
  static final String PRODUCT = "product";

  ProcessingRow {
    lines = List.copyOf(lines);
  }

  /// What went in or came out: tonnes of a stream, or of a product.
  record Line(String side, @Nullable Id streamId, @Nullable String productName, long quantityKg) {}
}
