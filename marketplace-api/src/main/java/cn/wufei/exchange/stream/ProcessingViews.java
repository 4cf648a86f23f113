package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads processings with the names of their streams.
@Singleton
@Connectable
class ProcessingViews {

  private final ProcessingStore store;
  private final StreamRepository streams;

  ProcessingViews(ProcessingStore store, StreamRepository streams) {
    this.store = store;
    this.streams = streams;
  }

  Outcome<Processing> see(Caller caller, Id id) {
    ProcessingRow row = store.find(id);
    return row != null && caller.maySee(row.organisationId())
        ? Outcome.done(views(List.of(row)).getFirst())
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Processing of(ProcessingRow row) {
    return views(List.of(row)).getFirst();
  }

  /// An organisation's processings, newest first.
  List<Processing> page(Id organisation, @Nullable Id before, int limit) {
    return views(store.page(organisation, before, limit));
  }

  /// Those of the transfers that are processings, by transfer.
  Map<Id, Processing> ofTransfers(Collection<Id> transfers) {
    return views(store.ofTransfers(transfers)).stream()
        .collect(Collectors.toMap(Processing::transferId, Function.identity()));
  }

  private List<Processing> views(List<ProcessingRow> rows) {
    List<Id> ids =
        rows.stream()
            .flatMap(row -> row.lines().stream())
            .map(ProcessingRow.Line::streamId)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<Id, String> names =
        ids.isEmpty()
            ? Map.of()
            : streams.findByIdIn(ids).stream()
                .collect(Collectors.toMap(StreamRow::id, StreamRow::name));
    return rows.stream().map(row -> view(row, names)).toList();
  }

  private static Processing view(ProcessingRow row, Map<Id, String> names) {
    List<Processing.StreamPart> inputs = parts(row, ProcessingRow.INPUT, names);
    List<Processing.StreamPart> outputs = parts(row, ProcessingRow.OUTPUT, names);
    List<ProcessingDraft.Product> products =
        row.lines().stream()
            .filter(line -> line.side().equals(ProcessingRow.PRODUCT))
            .map(line ->
                new ProcessingDraft.Product(
                    Objects.requireNonNull(line.productName()), line.quantityKg()))
            .toList();
    long inputKg = inputs.stream().mapToLong(Processing.StreamPart::quantityKg).sum();
    long outputKg = outputs.stream().mapToLong(Processing.StreamPart::quantityKg).sum();
    long productKg = products.stream().mapToLong(ProcessingDraft.Product::quantityKg).sum();
    return new Processing(
        row.id(),
        row.organisationId(),
        row.transferId(),
        row.occurredOn(),
        row.recordedAt(),
        row.method(),
        row.note(),
        inputs,
        outputs,
        products,
        inputKg,
        outputKg,
        productKg,
        inputKg - outputKg - productKg,
        row.beyondStockKg());
  }

  private static List<Processing.StreamPart> parts(
      ProcessingRow row, String side, Map<Id, String> names) {
    return row.lines().stream()
        .filter(line -> line.side().equals(side))
        .map(line -> {
          Id stream = Objects.requireNonNull(line.streamId());
          return new Processing.StreamPart(
              stream, names.getOrDefault(stream, ""), line.quantityKg());
        })
        .toList();
  }
}
