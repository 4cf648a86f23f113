package cn.wufei.exchange.transfer;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Corrected;
import cn.wufei.exchange.ledger.PostedFact;
import cn.wufei.exchange.ledger.Reversals;
import cn.wufei.exchange.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Corrects what was recorded of a load, for the feature that had the correction approved. A load
/// whose dispatch is corrected after it ended is taken back to the yard, dispatched again and ended
/// again, so that every figure that rests on its weight comes right. Everything here must run in a
/// posting write.
@Singleton
public class LoadCorrections {

  private final LoadStore store;
  private final RetellLoad retell;
  private final Agreements agreements;
  private final Reversals reversals;
  private final Clock clock;

  LoadCorrections(
      LoadStore store, RetellLoad retell, Agreements agreements, Reversals reversals, Clock clock) {
    this.store = store;
    this.retell = retell;
    this.agreements = agreements;
    this.reversals = reversals;
    this.clock = clock;
  }

  /// The load as it stands, held until the transaction ends.
  public @Nullable Recorded find(Id id) {
    LoadRow row = store.lockLoad(id);
    if (row == null) {
      return null;
    }
    LoadRow.Receipt receipt = row.receipt();
    return new Recorded(
        id,
        row.number(),
        row.status(),
        row.route().agreementId(),
        row.route().sellerId(),
        row.route().buyerId(),
        LoadValues.ofDispatch(row),
        receipt == null ? null : LoadValues.ofReceipt(receipt),
        transferId(id, TransferKind.LOAD_DISPATCHED),
        transferId(id, TransferKind.LOAD_RECEIVED),
        transferId(id, TransferKind.LOAD_REFUSED));
  }

  /// Whether the load can have been so; checked as when it was dispatched or received.
  public Outcome<Boolean> check(Id id, LoadValues values, boolean atReceipt) {
    LoadRow row = held(id);
    return (atReceipt ? received(row, values) : dispatched(row, values)).map(_ -> true);
  }

  public Outcome<Corrected> correctDispatch(Id id, LoadValues values) {
    LoadRow row = held(id);
    return dispatched(row, values).then(truth -> retell.dispatch(row, truth));
  }

  public Outcome<Corrected> correctReceipt(Id id, LoadValues values) {
    LoadRow row = held(id);
    return received(row, values).then(truth -> retell.receipt(row, truth));
  }

  /// The load never left. It must be on its way.
  public Outcome<Corrected> voidDispatch(Id id) {
    LoadRow row = held(id);
    return retell.takeBack(row, row.voided(), TransferKind.LOAD_DISPATCHED);
  }

  /// The load has not arrived: it is on its way again.
  public Outcome<Corrected> voidReceipt(Id id) {
    LoadRow row = held(id);
    return retell.takeBack(row, row.unended(), TransferKind.LOAD_RECEIVED);
  }

  /// The load was not refused: it is on its way again.
  public Outcome<Corrected> voidRefusal(Id id) {
    LoadRow row = held(id);
    return retell.takeBack(row, row.unended(), TransferKind.LOAD_REFUSED);
  }

  private Outcome<LoadRow> dispatched(LoadRow row, LoadValues values) {
    LoadValues old = LoadValues.ofDispatch(row);
    Weighing weighed = weighing(old, values, row.origin().at());
    var truck =
        new LoadRow.Truck(
            said(values.plate(), row.truck().plate()),
            row.truck().carrier(),
            values.manifestNumber() == null
                ? row.truck().manifestNumber()
                : values.manifestNumber().strip());
    LoadRow truth = row.leaving(truck, weighed);
    LoadRow.Receipt receipt = row.receipt();
    Outcome<Weighing> checked = LoadRules.dispatched(weighed, Instant.now(clock));
    return receipt == null
        ? checked.map(_ -> truth)
        : checked.then(
            _ -> settled(truth, receipt, receipt.destination(), LoadValues.ofReceipt(receipt)));
  }

  private Outcome<LoadRow> received(LoadRow row, LoadValues values) {
    LoadRow.Receipt receipt = Objects.requireNonNull(row.receipt());
    LoadValues old = LoadValues.ofReceipt(receipt);
    return settled(
        row.unended(),
        receipt,
        weighing(old, values, receipt.destination().at()),
        new LoadValues(
            null,
            null,
            null,
            null,
            null,
            said(values.rejectedKg(), receipt.rejectedKg()),
            said(values.deductionKg(), receipt.deductionKg())));
  }

  /// @param row with the origin as it is to be and its next version
  private Outcome<LoadRow> settled(
      LoadRow row, LoadRow.Receipt receipt, Weighing destination, LoadValues values) {
    Agreement agreement = Objects.requireNonNull(agreements.find(row.route().agreementId()));
    long rejectedKg = said(values.rejectedKg(), receipt.rejectedKg());
    long deductionKg = said(values.deductionKg(), receipt.deductionKg());
    var settlement =
        new Settlement(
            row.origin().netKg(),
            destination.netKg(),
            rejectedKg,
            deductionKg,
            agreement.governingScale());
    return LoadRules.received(row.origin(), destination, settlement, Instant.now(clock))
        .map(_ ->
            row.receivedAs(
                new LoadRow.Receipt(
                    destination,
                    rejectedKg,
                    settlement.acceptedKg(),
                    settlement.settledKg(),
                    deductionKg,
                    receipt.moisturePct(),
                    retell.isBeyondTolerance(settlement),
                    receipt.note())));
  }

  private static Weighing weighing(LoadValues old, LoadValues values, Instant at) {
    return Weighing.of(
        said(values.ticketNumber(), Objects.requireNonNull(old.ticketNumber())).strip(),
        said(values.grossKg(), Objects.requireNonNull(old.grossKg())),
        said(values.tareKg(), Objects.requireNonNull(old.tareKg())),
        at);
  }

  private static <T> T said(@Nullable T value, T old) {
    return value == null ? old : value;
  }

  private LoadRow held(Id id) {
    return Objects.requireNonNull(store.lockLoad(id));
  }

  private @Nullable Id transferId(Id load, TransferKind kind) {
    PostedFact fact = reversals.standing(load, kind);
    return fact == null ? null : fact.id();
  }

  /// A load as it stands, with the transfers that tell it.
  public record Recorded(
      Id id,
      String number,
      LoadStatus status,
      Id agreementId,
      Id sellerId,
      Id buyerId,
      LoadValues dispatch,
      @Nullable LoadValues receipt,
      @Nullable Id dispatchTransfer,
      @Nullable Id receiptTransfer,
      @Nullable Id refusalTransfer) {}
}
