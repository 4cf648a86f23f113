package cn.wufei.exchange.transfer;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Receives the loads of a weighbridge's file. Each line is received or refused by itself, as if it
/// had been sent alone. The same file may be sent again: a line whose load was received as it says
/// is answered as received.
@Singleton
class ReceiveBatch {

  private final ReceiveLoad receive;
  private final LoadStore store;

  ReceiveBatch(ReceiveLoad receive, LoadStore store) {
    this.receive = receive;
    this.store = store;
  }

  Outcome<ReceiptBatchAnswer> handle(Caller caller, ReceiptBatch batch) {
    List<Outcome<Load>> outcomes =
        receive.handleAll(
            batch.lines().stream()
                .map(line ->
                    new ReceiveLoad.Command(caller, line.loadId(), line.version(), line.receipt()))
                .toList());
    Map<Id, LoadRow> ended = ended(batch, outcomes);
    List<ReceiptBatchAnswer.Line> lines = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      ReceiptBatch.Line line = batch.lines().get(i);
      lines.add(answer(i, line, outcomes.get(i), ended.get(line.loadId())));
    }
    return Outcome.done(new ReceiptBatchAnswer(lines));
  }

  /// The loads that had ended before their line, or by another line.
  private Map<Id, LoadRow> ended(ReceiptBatch batch, List<Outcome<Load>> outcomes) {
    List<Id> ids = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Refused<Load> refused
          && refused.refusal() == LoadRefusal.LOAD_NOT_IN_TRANSIT) {
        ids.add(batch.lines().get(i).loadId());
      }
    }
    Map<Id, LoadRow> rows = new HashMap<>();
    if (!ids.isEmpty()) {
      store.findAll(ids).forEach(row -> rows.put(row.id(), row));
    }
    return rows;
  }

  private static ReceiptBatchAnswer.Line answer(
      int index, ReceiptBatch.Line line, Outcome<Load> outcome, @Nullable LoadRow ended) {
    return switch (outcome) {
      case Outcome.Done<Load>(Load load) ->
          new ReceiptBatchAnswer.Line(line.loadId(), received(load), null);
      case Outcome.Refused<Load> _ when ended != null && says(ended, line.receipt()) ->
          new ReceiptBatchAnswer.Line(line.loadId(), receivedBefore(ended), null);
      case Outcome.Refused<Load> refused ->
          new ReceiptBatchAnswer.Line(
              line.loadId(), null, Responses.problemOf(inLine(index, refused)));
    };
  }

  private static Outcome.Refused<Load> inLine(int index, Outcome.Refused<Load> refused) {
    return refused.field() == null
        ? refused
        : refused.at("lines[" + index + "].receipt." + refused.field());
  }

  private static boolean says(LoadRow load, ReceiptDraft draft) {
    LoadRow.Receipt receipt = load.receipt();
    return receipt != null
        && receipt.destination().equals(draft.weighing())
        && receipt.rejectedKg() == draft.rejectedKg()
        && receipt.deductionKg() == draft.deductedKg()
        && isSame(receipt.moisturePct(), draft.moisturePct())
        && Objects.equals(receipt.note(), draft.note());
  }

  /// The database keeps two decimals, whatever was said.
  private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }

  private static ReceiptBatchAnswer.Received received(Load load) {
    return new ReceiptBatchAnswer.Received(
        load.version(),
        Objects.requireNonNull(load.acceptedKg()),
        Objects.requireNonNull(load.settledKg()),
        Objects.requireNonNull(load.differenceKg()),
        Objects.requireNonNull(load.differenceBeyondTolerance()),
        false);
  }

  private static ReceiptBatchAnswer.Received receivedBefore(LoadRow load) {
    LoadRow.Receipt receipt = Objects.requireNonNull(load.receipt());
    return new ReceiptBatchAnswer.Received(
        load.version(),
        receipt.acceptedKg(),
        receipt.settledKg(),
        receipt.destination().netKg() - load.origin().netKg(),
        receipt.beyondTolerance(),
        true);
  }
}
