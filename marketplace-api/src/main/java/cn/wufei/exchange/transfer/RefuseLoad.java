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

/// The receiver turns a whole load away. Everything goes back as it was weighed at the origin, and
/// is promised again while the agreement is active.
@Singleton
class RefuseLoad {

  private final ArrivingLoads arriving;
  private final Agreements agreements;
  private final LoadStore store;
  private final LoadViews views;
  private final Reversals reversals;
  private final AuditLog audit;
  private final Clock clock;

  RefuseLoad(
      ArrivingLoads arriving,
      Agreements agreements,
      LoadStore store,
      LoadViews views,
      Reversals reversals,
      AuditLog audit,
      Clock clock) {
    this.arriving = arriving;
    this.agreements = agreements;
    this.store = store;
    this.views = views;
    this.reversals = reversals;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the load can be refused by the caller ([ArrivingLoads]), the time can
  /// be.
  Outcome<Load> handle(Caller caller, Id id, long version, String reason, Instant refusedAt) {
    Instant at = Times.stored(refusedAt);
    return arriving
        .lock(caller, id, version)
        .then(row ->
            LoadRules.ended(row.origin(), at, "refusedAt", Instant.now(clock))
                .then(_ -> refuse(caller, row, new LoadRow.Rejection(reason.strip(), at))));
  }

  private Outcome<Load> refuse(Caller caller, LoadRow row, LoadRow.Rejection rejection) {
    Agreement agreement = agreements.find(row.route().agreementId());
    if (agreement == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    List<Move> moves =
        new ArrayList<>(arriving.moves(row).of(LoadSplit.ofReturned(store.originByYear(row.id()))));
    moves.addAll(Agreements.giveBack(agreement, row.origin().netKg()));
    return reversals
        .tell(TransferKind.LOAD_REFUSED, caller.organisationId(), row.id(), rejection.at(), moves)
        .map(_ -> {
          LoadRow refused = row.refused(rejection);
          store.update(refused);
          agreements.refresh(agreement.id());
          audit.record(
              caller,
              "load-refused",
              "load",
              row.id(),
              Map.of("netKg", row.origin().netKg(), "reason", rejection.reason()));
          return views.of(refused);
        });
  }
}
