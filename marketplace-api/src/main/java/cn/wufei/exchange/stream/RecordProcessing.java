package cn.wufei.exchange.stream;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.Transfer;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Records that some streams became others and products, in one transfer. The input is drawn oldest
/// year first, also beyond the recorded stock; what came out is divided over it
/// ([ProcessingSplit]); what the two sides differ by stays on a loss account and is never forced.
@Singleton
class RecordProcessing {

  private final StreamRepository streams;
  private final ProcessingStore store;
  private final ProcessingViews views;
  private final YardArrival arrival;
  private final Journal journal;
  private final AuditLog audit;

  RecordProcessing(
      StreamRepository streams,
      ProcessingStore store,
      ProcessingViews views,
      YardArrival arrival,
      Journal journal,
      AuditLog audit) {
    this.streams = streams;
    this.store = store;
    this.views = views;
    this.arrival = arrival;
    this.journal = journal;
    this.audit = audit;
  }

  /// Checked in this order: the streams are the caller's own, the two sides hold together
  /// ([ProcessingDraft#check]), it does not divide too finely, the day.
  Outcome<Processing> handle(Caller caller, ProcessingDraft draft) {
    return origins(caller, draft.inputs(), "inputs")
        .then(inputs ->
            origins(caller, draft.outputParts(), "outputs")
                .then(outputs ->
                    draft.check().then(_ -> post(caller, draft, moved(draft, inputs, outputs)))));
  }

  private Outcome<List<AccountKey.Origin>> origins(
      Caller caller, List<ProcessingDraft.Part> parts, String side) {
    List<AccountKey.Origin> origins = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      StreamRow stream = streams.findById(parts.get(i).streamId()).orElse(null);
      if (stream == null || !stream.organisationId().equals(caller.organisationId())) {
        return Outcome.refused(CommonRefusal.NOT_FOUND, side + "[" + i + "].streamId");
      }
      origins.add(stream.ref().origin());
    }
    return Outcome.done(origins);
  }

  private Moved moved(
      ProcessingDraft draft, List<AccountKey.Origin> inputs, List<AccountKey.Origin> outputs) {
    int year = draft.occurredOn().getYear();
    List<Move> moves = new ArrayList<>();
    SequencedMap<AccountKey, Long> layers = new LinkedHashMap<>();
    long beyondStockKg = 0;
    for (int i = 0; i < inputs.size(); i++) {
      AccountKey.Origin origin = inputs.get(i);
      Journal.StockDraw draw =
          journal.drawOldestFirst(
              origin,
              draft.inputs().get(i).quantityKg(),
              year,
              generated -> AccountKey.stock(AccountKind.PROCESSING, origin, generated));
      moves.addAll(draw.moves());
      draw.moves().forEach(move -> layers.merge(move.to(), move.amount(), Math::addExact));
      beyondStockKg += draw.beyondStockKg();
    }
    var split =
        ProcessingSplit.of(
            layers,
            draft.outputParts().stream().map(ProcessingDraft.Part::quantityKg).toList(),
            draft.productParts().stream().mapToLong(ProcessingDraft.Product::quantityKg).sum());
    positive(split.gain())
        .forEach(gain ->
            moves.add(
                new Move(gain.from().ofKind(AccountKind.PROCESS_LOSS), gain.from(), gain.kg())));
    for (int i = 0; i < outputs.size(); i++) {
      moves.addAll(arrival.of(outputs.get(i), year, positive(split.outputs().get(i))));
    }
    addSinks(moves, split.recovered(), AccountKind.RECOVERED);
    addSinks(moves, split.loss(), AccountKind.PROCESS_LOSS);
    return new Moved(moves, beyondStockKg);
  }

  private static void addSinks(
      List<Move> moves, SequencedMap<AccountKey, Long> parts, AccountKind sink) {
    positive(parts)
        .forEach(part -> moves.add(new Move(part.from(), part.from().ofKind(sink), part.kg())));
  }

  private static List<YardArrival.Layer> positive(SequencedMap<AccountKey, Long> parts) {
    return parts.entrySet().stream()
        .filter(part -> part.getValue() > 0)
        .map(part -> new YardArrival.Layer(part.getKey(), part.getValue()))
        .toList();
  }

  private Outcome<Processing> post(Caller caller, ProcessingDraft draft, Moved moved) {
    if (moved.moves().size() > TransferDraft.MOVES_MAX) {
      return Outcome.refused(StreamRefusal.PROCESSING_TOO_FINE, "inputs");
    }
    Id id = Id.next();
    return switch (journal.post(
        TransferDraft.once(
            TransferKind.PROCESSING,
            caller.organisationId(),
            id,
            LocalCalendar.startOf(draft.occurredOn()),
            moved.moves()))) {
      case Outcome.Refused<Transfer> refused -> refused.<Processing>as().at("occurredOn");
      case Outcome.Done<Transfer>(Transfer transfer) ->
          Outcome.done(keep(caller, id, draft, moved, transfer));
    };
  }

  private Processing keep(
      Caller caller, Id id, ProcessingDraft draft, Moved moved, Transfer transfer) {
    List<ProcessingRow.Line> lines = new ArrayList<>();
    draft.inputs().forEach(part -> lines.add(line(ProcessingRow.INPUT, part)));
    draft.outputParts().forEach(part -> lines.add(line(ProcessingRow.OUTPUT, part)));
    draft
        .productParts()
        .forEach(product ->
            lines.add(
                new ProcessingRow.Line(
                    ProcessingRow.PRODUCT, null, product.name().strip(), product.quantityKg())));
    var row =
        new ProcessingRow(
            id,
            caller.organisationId(),
            draft.occurredOn(),
            draft.method() == null ? null : RecordEntry.kebab(draft.method()),
            draft.note(),
            moved.beyondStockKg(),
            transfer.id(),
            transfer.recordedAt().truncatedTo(ChronoUnit.MICROS),
            lines);
    store.insert(row);
    Processing processing = views.of(row);
    for (ProcessingDraft.Part input : draft.inputs()) {
      audit.record(
          caller,
          "processing-recorded",
          "stream",
          input.streamId(),
          Map.of(
              "processingId",
              id.toString(),
              "inputKg",
              processing.inputKg(),
              "outputKg",
              processing.outputKg(),
              "productKg",
              processing.productKg(),
              "occurredOn",
              draft.occurredOn().toString()));
    }
    return processing;
  }

  private static ProcessingRow.Line line(String side, ProcessingDraft.Part part) {
    return new ProcessingRow.Line(side, part.streamId(), null, part.quantityKg());
  }

  /// The postings of a processing, and how much of its input was not recorded to be there.
  private record Moved(List<Move> moves, long beyondStockKg) {}
}
