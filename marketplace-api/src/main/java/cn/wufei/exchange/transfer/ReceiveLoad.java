package cn.wufei.exchange.transfer;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.Reversals;
import cn.wufei.exchange.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A load arrived and the receiver accepts all or part of it. What it accepts comes into its heap,
/// divided over the generation years in proportion to what left; what it rejects goes back to the
/// producer, in the ledger with the receipt; the scales' difference is kept on an account of its
/// own, so that nothing of the load stays in transit.
///
/// Rejected tonnes are promised again while the agreement is active ([Agreements#giveBack]); the
/// scales' difference changes no promise.
@Singleton
class ReceiveLoad {

  private final ArrivingLoads arriving;
  private final Agreements agreements;
  private final LoadStore store;
  private final LoadViews views;
  private final WeighingTolerance tolerance;
  private final Reversals reversals;
  private final AuditLog audit;
  private final Clock clock;

  ReceiveLoad(
      ArrivingLoads arriving,
      Agreements agreements,
      LoadStore store,
      LoadViews views,
      WeighingTolerance tolerance,
      Reversals reversals,
      AuditLog audit,
      Clock clock) {
    this.arriving = arriving;
    this.agreements = agreements;
    this.store = store;
    this.views = views;
    this.tolerance = tolerance;
    this.reversals = reversals;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the load can be received by the caller ([ArrivingLoads]), then its
  /// weights and times ([LoadRules]).
  Outcome<Load> handle(Caller caller, Id id, long version, ReceiptDraft draft) {
    return arriving
        .lock(caller, id, version)
        .then(row -> {
          Agreement agreement = agreements.find(row.route().agreementId());
          if (agreement == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
          }
          Weighing destination = draft.weighing();
          var settlement =
              new Settlement(
                  row.origin().netKg(),
                  destination.netKg(),
                  draft.rejectedKg(),
                  draft.deductedKg(),
                  agreement.governingScale());
          return LoadRules.received(row.origin(), destination, settlement, Instant.now(clock))
              .then(_ -> receive(caller, row, agreement, receipt(draft, settlement)));
        });
  }

  private LoadRow.Receipt receipt(ReceiptDraft draft, Settlement settlement) {
    return new LoadRow.Receipt(
        draft.weighing(),
        draft.rejectedKg(),
        settlement.acceptedKg(),
        settlement.settledKg(),
        draft.deductedKg(),
        draft.moisturePct(),
        settlement.isBeyond(tolerance.weighingPct()),
        draft.note());
  }

  private Outcome<Load> receive(
      Caller caller, LoadRow row, Agreement agreement, LoadRow.Receipt receipt) {
    LoadSplit split =
        LoadSplit.of(
            store.originByYear(row.id()), receipt.destination().netKg(), receipt.acceptedKg());
    List<Move> moves = new ArrayList<>(arriving.moves(row).of(split));
    moves.addAll(
        Agreements.giveBack(agreement, Math.min(receipt.rejectedKg(), row.origin().netKg())));
    return reversals
        .tell(
            TransferKind.LOAD_RECEIVED,
            caller.organisationId(),
            row.id(),
            receipt.destination().at(),
            moves)
        .map(_ -> {
          LoadRow received = row.received(receipt);
          store.update(received);
          agreements.refresh(agreement.id());
          audit.record(caller, "load-received", "load", row.id(), facts(row, receipt));
          return views.of(received);
        });
  }

  private static Map<String, Object> facts(LoadRow row, LoadRow.Receipt receipt) {
    return Map.of(
        "acceptedKg",
        receipt.acceptedKg(),
        "rejectedKg",
        receipt.rejectedKg(),
        "settledKg",
        receipt.settledKg(),
        "differenceKg",
        receipt.destination().netKg() - row.origin().netKg(),
        "differenceBeyondTolerance",
        receipt.beyondTolerance());
  }
}
