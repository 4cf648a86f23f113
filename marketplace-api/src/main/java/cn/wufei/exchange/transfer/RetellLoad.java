package cn.wufei.exchange.transfer;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.calloff.CalledOff;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Corrected;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.PostedFact;
import cn.wufei.exchange.ledger.Reversals;
import cn.wufei.exchange.ledger.Transfer;
import cn.wufei.exchange.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Takes a load's transfers back and posts what is true instead. The promise changes once, by what
/// the load counts for now less what it counted for before, with the last transfer of the
/// correction.
@Singleton
class RetellLoad {

  private final LoadStore store;
  private final ArrivingLoads arriving;
  private final Agreements agreements;
  private final CalledOff calledOff;
  private final WeighingTolerance tolerance;
  private final Reversals reversals;
  private final Journal journal;

  RetellLoad(
      LoadStore store,
      ArrivingLoads arriving,
      Agreements agreements,
      CalledOff calledOff,
      WeighingTolerance tolerance,
      Reversals reversals,
      Journal journal) {
    this.store = store;
    this.arriving = arriving;
    this.agreements = agreements;
    this.calledOff = calledOff;
    this.tolerance = tolerance;
    this.reversals = reversals;
    this.journal = journal;
  }

  boolean isBeyondTolerance(Settlement settlement) {
    return settlement.isBeyond(tolerance.weighingPct());
  }

  /// A load that did not happen, or did not end.
  Outcome<Corrected> takeBack(LoadRow row, LoadRow truth, TransferKind kind) {
    PostedFact fact = standing(row.id(), kind);
    return reversals
        .reverse(fact, reversals.dateOf(fact), promises(row, truth))
        .map(reversal -> {
          keep(truth);
          return new Corrected(reversal.id(), null);
        });
  }

  Outcome<Corrected> receipt(LoadRow row, LoadRow truth) {
    if (sameReceipt(row, truth)) {
      keep(truth);
      return Outcome.done(Corrected.NOTHING_POSTED);
    }
    PostedFact fact = standing(row.id(), TransferKind.LOAD_RECEIVED);
    Instant at = reversals.dateOf(fact);
    return reversals
        .reverseToTell(fact, at)
        .then(reversal ->
            end(row, truth, fact, at)
                .map(transfer -> {
                  keep(truth);
                  return new Corrected(reversal.id(), transfer.id());
                }));
  }

  Outcome<Corrected> dispatch(LoadRow row, LoadRow truth) {
    if (row.origin().netKg() == truth.origin().netKg()) {
      keep(truth);
      return Outcome.done(Corrected.NOTHING_POSTED);
    }
    PostedFact left = standing(row.id(), TransferKind.LOAD_DISPATCHED);
    Instant leftAt = reversals.dateOf(left);
    if (row.status() == LoadStatus.IN_TRANSIT) {
      return dispatchAgain(row, truth, left, leftAt, promises(row, truth))
          .map(again -> {
            keep(again.row());
            return again.corrected();
          });
    }
    PostedFact ended =
        standing(
            row.id(),
            row.status() == LoadStatus.RECEIVED
                ? TransferKind.LOAD_RECEIVED
                : TransferKind.LOAD_REFUSED);
    Instant endedAt = reversals.dateOf(ended);
    return reversals
        .reverseToTell(ended, endedAt)
        .then(_ -> dispatchAgain(row, truth, left, leftAt, List.of()))
        .then(again ->
            end(row, again.row(), ended, endedAt)
                .map(_ -> {
                  keep(again.row());
                  return again.corrected();
                }));
  }

  private Outcome<Again> dispatchAgain(
      LoadRow row, LoadRow truth, PostedFact left, Instant at, List<Move> promises) {
    Agreement agreement = agreementOf(row);
    AccountKey.Origin origin = row.route().origin();
    long netKg = truth.origin().netKg();
    return reversals
        .reverseToTell(left, at)
        .then(reversal -> {
          Journal.StockDraw draw =
              journal.drawOldestFirst(
                  origin,
                  netKg,
                  LoadMoves.yearOfDispatch(truth),
                  year -> AccountKey.load(AccountKind.IN_TRANSIT, origin, row.id(), year));
          List<Move> moves = new ArrayList<>(draw.moves());
          moves.addAll(promises);
          long beyondKg = Agreements.beyondAgreementKg(agreement, netKg, row.fulfilledKg());
          long beyondCallOffKg =
              calledOff.beyondKg(agreement, netKg, row.origin().at(), row.fulfilledKg());
          return reversals
              .tell(left.kind(), left.organisation(), row.id(), at, moves)
              .map(transfer -> {
                store.replaceParts(row.id(), DispatchLoad.byYear(draw.moves()));
                return new Again(
                    truth.beyond(draw.beyondStockKg(), beyondKg, beyondCallOffKg),
                    new Corrected(reversal.id(), transfer.id()));
              });
        });
  }

  /// Receives or refuses again what has been taken back.
  private Outcome<Transfer> end(LoadRow row, LoadRow truth, PostedFact ended, Instant at) {
    LoadRow.Receipt receipt = truth.receipt();
    LoadSplit split =
        receipt == null
            ? LoadSplit.ofReturned(store.originByYear(row.id()))
            : LoadSplit.of(
                store.originByYear(row.id()), receipt.destination().netKg(), receipt.acceptedKg());
    List<Move> moves = new ArrayList<>(arriving.moves(truth).of(split));
    moves.addAll(promises(row, truth));
    return reversals.tell(ended.kind(), ended.organisation(), row.id(), at, moves);
  }

  private List<Move> promises(LoadRow row, LoadRow truth) {
    return Agreements.restate(agreementOf(row), truth.fulfilledKg() - row.fulfilledKg());
  }

  private void keep(LoadRow truth) {
    store.update(truth);
    agreements.refresh(truth.route().agreementId());
  }

  private static boolean sameReceipt(LoadRow row, LoadRow truth) {
    LoadRow.Receipt was = Objects.requireNonNull(row.receipt());
    LoadRow.Receipt is = Objects.requireNonNull(truth.receipt());
    return was.destination().netKg() == is.destination().netKg()
        && was.rejectedKg() == is.rejectedKg();
  }

  private Agreement agreementOf(LoadRow row) {
    return Objects.requireNonNull(agreements.find(row.route().agreementId()));
  }

  private PostedFact standing(Id load, TransferKind kind) {
    return Objects.requireNonNull(reversals.standing(load, kind));
  }

  private record Again(LoadRow row, Corrected corrected) {}
}
