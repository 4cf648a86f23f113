package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.transfer.Loads;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/// The side that recorded a report takes it back, for instance after a mistake in typing.
@Singleton
class WithdrawAssay {

  private final AssayStore assays;
  private final StatementStore statements;
  private final Loads loads;
  private final AuditLog audit;
  private final Clock clock;

  WithdrawAssay(
      AssayStore assays, StatementStore statements, Loads loads, AuditLog audit, Clock clock) {
    this.assays = assays;
    this.statements = statements;
    this.loads = loads;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the caller is a party, it recorded the report, the report is valid,
  /// none of its loads is on a statement that counts, the version.
  Outcome<AssayBatch> handle(Caller caller, Id id, long version) {
    AssayBatch assay = assays.lockAssay(id);
    if (assay == null || !assay.isParty(caller)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Id recorder = assay.recordedBy() == Side.SELLER ? assay.sellerId() : assay.buyerId();
    if (!recorder.equals(caller.organisationId())) {
      return Outcome.refused(AssayRefusal.NOT_THE_RECORDER);
    }
    if (assay.status() != AssayBatch.Status.VALID) {
      return Outcome.refused(AssayRefusal.ASSAY_WITHDRAWN);
    }
    Set<Id> stated = statements.stated(assay.loadIds());
    if (!stated.isEmpty()) {
      return AssayRefusal.LOAD_ON_STATEMENT.about(loads.findAll(stated).values());
    }
    if (assay.version() != version) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    AssayBatch withdrawn = assay.withdrawn(Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    assays.withdraw(withdrawn);
    audit.record(
        caller, "assay-withdrawn", "assay", id, Map.of("reportNumber", assay.reportNumber()));
    return Outcome.done(withdrawn);
  }
}
