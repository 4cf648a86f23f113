package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A processing as its organisation and the authorities see it.
///
/// @param differenceKg input less output: positive where mass left as moisture or another loss,
///   negative where it was added
/// @param beyondStockKg how much of the input was not recorded to be there
@Serdeable
@Schema(name = "Processing")
record Processing(
    Id id,
    Id organisationId,
    Id transferId,
    LocalDate occurredOn,
    Instant recordedAt,
    @Nullable String method,
    @Nullable String note,
    List<StreamPart> inputs,
    List<StreamPart> outputs,
    List<ProcessingDraft.Product> products,
    long inputKg,
    long outputKg,
    long productKg,
    long differenceKg,
    long beyondStockKg) {

  /// Tonnes of a stream, which has a name.
  @Serdeable
  @Schema(name = "ProcessedStream")
  record StreamPart(Id streamId, String streamName, long quantityKg) {}
}
