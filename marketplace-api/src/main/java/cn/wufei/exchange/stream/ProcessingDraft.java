package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One processing (加工) as it is stated: what went in, what came out and is waste still, what came
/// out and is none. The two sides need not weigh the same.
///
/// @param inputs streams of the organisation
/// @param outputs streams of the same organisation
/// @param products what was recovered, by name
@Serdeable
@Schema(name = "RecordProcessing")
record ProcessingDraft(
    @NotNull LocalDate occurredOn,
    @NotNull @Size(min = 1, max = ProcessingDraft.LINES_MAX) List<@NotNull @Valid Part> inputs,
    @Nullable @Size(max = ProcessingDraft.LINES_MAX) List<@NotNull @Valid Part> outputs,
    @Nullable @Size(max = ProcessingDraft.LINES_MAX) List<@NotNull @Valid Product> products,
    @Nullable MeasuringMethod method,
    @Nullable @Size(max = 500) String note) {

  static final int LINES_MAX = 10;

  List<Part> outputParts() {
    return outputs == null ? List.of() : outputs;
  }

  List<Product> productParts() {
    return products == null ? List.of() : products;
  }

  /// Checked in this order: something came out, each stream is named once, and on one side only.
  Outcome<ProcessingDraft> check() {
    if (outputParts().isEmpty() && productParts().isEmpty()) {
      return Outcome.refused(StreamRefusal.NOTHING_CAME_OUT, "outputs");
    }
    Set<Id> inputStreams = new HashSet<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (!inputStreams.add(inputs.get(i).streamId())) {
        return Outcome.refused(StreamRefusal.STREAM_REPEATED, "inputs[" + i + "].streamId");
      }
    }
    Set<Id> outputStreams = new HashSet<>();
    for (int i = 0; i < outputParts().size(); i++) {
      Id stream = outputParts().get(i).streamId();
      String field = "outputs[" + i + "].streamId";
      if (!outputStreams.add(stream)) {
        return Outcome.refused(StreamRefusal.STREAM_REPEATED, field);
      }
      if (inputStreams.contains(stream)) {
        return Outcome.refused(StreamRefusal.STREAM_ON_BOTH_SIDES, field);
      }
    }
    return Outcome.done(this);
  }

  /// Tonnes of a stream.
  @Serdeable
  @Schema(name = "ProcessingPart")
  record Part(@NotNull Id streamId, @Min(1) @Max(RecordEntry.QUANTITY_MAX_KG) long quantityKg) {}

  /// Tonnes that are no waste any more, such as recovered iron.
  @Serdeable
  @Schema(name = "ProcessingProduct")
  record Product(
      @NotBlank @Size(max = 80) String name,
      @Min(1) @Max(RecordEntry.QUANTITY_MAX_KG) long quantityKg) {}
}
