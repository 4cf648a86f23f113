package cn.wufei.exchange.correction;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Corrected;
import cn.wufei.exchange.stream.StreamCorrections;
import cn.wufei.exchange.transfer.LoadCorrections;
import cn.wufei.exchange.transfer.LoadStatus;
import cn.wufei.exchange.transfer.heap.UseCorrections;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds what is to be corrected and has it corrected by the feature that recorded it.
@Singleton
class Facts {

  private final StreamCorrections streams;
  private final LoadCorrections loads;
  private final UseCorrections reports;

  Facts(StreamCorrections streams, LoadCorrections loads, UseCorrections reports) {
    this.streams = streams;
    this.loads = loads;
    this.reports = reports;
  }

  /// The fact, when it is there and the caller's organisation is a party of it.
  Outcome<RecordedFact> find(Caller caller, CorrectionKind kind, Id id) {
    RecordedFact fact =
        switch (kind) {
          case STREAM_ENTRY -> ofStream(kind, streams.findEntry(id));
          case STOCK_TAKE -> ofStream(kind, streams.findStockTake(id));
          case PROCESSING -> ofStream(kind, streams.findProcessing(id));
          case DISPATCH, RECEIPT, REFUSAL -> ofLoad(kind, loads.find(id));
          case USE_REPORT -> ofReport(id);
        };
    return fact != null && fact.isParty(caller)
        ? Outcome.done(fact)
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  /// Whether it can have been so.
  Outcome<Boolean> check(RecordedFact fact, boolean voids, CorrectionValues values) {
    return switch (fact.kind()) {
      case DISPATCH, RECEIPT ->
          voids
              ? Outcome.done(true)
              : atValues(
                  loads.check(fact.id(), values.load(), fact.kind() == CorrectionKind.RECEIPT));
      case STREAM_ENTRY, STOCK_TAKE, PROCESSING, REFUSAL, USE_REPORT -> Outcome.done(true);
    };
  }

  /// @param correction that voids or corrects it
  Outcome<Corrected> apply(
      RecordedFact fact, boolean voids, CorrectionValues values, Id correction) {
    return voids ? voided(fact, correction) : atValues(corrected(fact, values));
  }

  private Outcome<Corrected> voided(RecordedFact fact, Id correction) {
    return switch (fact.kind()) {
      case STREAM_ENTRY -> streams.voidEntry(fact.id(), correction);
      case STOCK_TAKE -> streams.voidStockTake(fact.id(), correction);
      case PROCESSING -> streams.voidProcessing(fact.id());
      case DISPATCH -> loads.voidDispatch(fact.id());
      case RECEIPT -> loads.voidReceipt(fact.id());
      case REFUSAL -> loads.voidRefusal(fact.id());
      case USE_REPORT -> reports.voidReport(fact.id(), correction);
    };
  }

  private Outcome<Corrected> corrected(RecordedFact fact, CorrectionValues values) {
    return switch (fact.kind()) {
      case STREAM_ENTRY ->
          streams.correctEntry(fact.id(), Objects.requireNonNull(values.quantityKg()));
      case STOCK_TAKE ->
          streams.correctStockTake(fact.id(), Objects.requireNonNull(values.countedKg()));
      case DISPATCH -> loads.correctDispatch(fact.id(), values.load());
      case RECEIPT -> loads.correctReceipt(fact.id(), values.load());
      case PROCESSING, REFUSAL -> throw new IllegalStateException("there are no values to correct");
      case USE_REPORT ->
          reports.correct(fact.id(), consumedKg(fact, values), closingKg(fact, values));
    };
  }

  private static long consumedKg(RecordedFact fact, CorrectionValues values) {
    Long told = values.consumedKg();
    return told == null ? Objects.requireNonNull(fact.old().consumedKg()) : told;
  }

  private static @Nullable Long closingKg(RecordedFact fact, CorrectionValues values) {
    Long told = values.declaredClosingKg();
    return told == null ? fact.old().declaredClosingKg() : told;
  }

  private static @Nullable RecordedFact ofStream(
      CorrectionKind kind, StreamCorrections.@Nullable Recorded recorded) {
    if (recorded == null) {
      return null;
    }
    return new RecordedFact(
        kind,
        recorded.id(),
        recorded.streamName(),
        recorded.streamId(),
        recorded.organisationId(),
        recorded.organisationId(),
        !recorded.voided(),
        false,
        null,
        recorded.onlyVoid() ? CorrectionRefusal.CAN_ONLY_BE_VOID : null,
        null,
        switch (kind) {
          case STREAM_ENTRY -> CorrectionValues.ofEntry(recorded.kg());
          case STOCK_TAKE -> CorrectionValues.ofStockTake(recorded.kg());
          case PROCESSING, DISPATCH, RECEIPT, REFUSAL, USE_REPORT -> CorrectionValues.NONE;
        },
        recorded.transferId());
  }

  private static @Nullable RecordedFact ofLoad(
      CorrectionKind kind, LoadCorrections.@Nullable Recorded load) {
    if (load == null) {
      return null;
    }
    boolean dispatch = kind == CorrectionKind.DISPATCH;
    boolean inTransit = load.status() == LoadStatus.IN_TRANSIT;
    return new RecordedFact(
        kind,
        load.id(),
        load.number(),
        load.agreementId(),
        dispatch ? load.sellerId() : load.buyerId(),
        dispatch ? load.buyerId() : load.sellerId(),
        switch (kind) {
          case RECEIPT -> load.status() == LoadStatus.RECEIVED;
          case REFUSAL -> load.status() == LoadStatus.REFUSED;
          case DISPATCH, STREAM_ENTRY, STOCK_TAKE, PROCESSING, USE_REPORT ->
              load.status() != LoadStatus.VOIDED;
        },
        dispatch && inTransit,
        dispatch && !inTransit ? CorrectionRefusal.LOAD_HAS_ENDED : null,
        kind == CorrectionKind.REFUSAL ? CorrectionRefusal.CAN_ONLY_BE_VOID : null,
        null,
        switch (kind) {
          case RECEIPT ->
              load.receipt() == null
                  ? CorrectionValues.NONE
                  : CorrectionValues.ofLoad(load.receipt());
          case REFUSAL -> CorrectionValues.NONE;
          case DISPATCH, STREAM_ENTRY, STOCK_TAKE, PROCESSING, USE_REPORT ->
              CorrectionValues.ofLoad(load.dispatch());
        },
        switch (kind) {
          case RECEIPT -> load.receiptTransfer();
          case REFUSAL -> load.refusalTransfer();
          case DISPATCH, STREAM_ENTRY, STOCK_TAKE, PROCESSING, USE_REPORT ->
              load.dispatchTransfer();
        });
  }

  private @Nullable RecordedFact ofReport(Id id) {
    Id owner = reports.ownerOf(id);
    if (owner == null) {
      return null;
    }
    UseCorrections.Reported report = reports.find(id);
    return report == null
        ? fact(owner, id, id.toString(), id, false, null, CorrectionValues.NONE, null)
        : fact(
            owner,
            id,
            report.month() + " " + report.materialKey(),
            report.siteId(),
            true,
            report.latest() ? null : CorrectionRefusal.NOT_THE_LATEST_MONTH,
            CorrectionValues.ofUse(report.consumedKg(), report.declaredClosingKg()),
            report.transferId());
  }

  private static RecordedFact fact(
      Id owner,
      Id report,
      String label,
      Id site,
      boolean there,
      @Nullable CorrectionRefusal whyNotAtAll,
      CorrectionValues old,
      @Nullable Id basis) {
    return new RecordedFact(
        CorrectionKind.USE_REPORT,
        report,
        label,
        site,
        owner,
        owner,
        there,
        false,
        null,
        null,
        whyNotAtAll,
        old,
        basis);
  }

  /// The reason is about one of the values that were given.
  private static <T> Outcome<T> atValues(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T> done -> done;
      case Outcome.Refused<T> refused ->
          refused.field() == null ? refused : refused.at("values." + refused.field());
    };
  }
}
