package cn.wufei.exchange.correction;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.correction.CorrectionRow.Decision;
import cn.wufei.exchange.correction.CorrectionRow.Party;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Does what was approved: takes the fact back and tells it as it was, in the write of the
/// approval.
@Singleton
class ApplyCorrection {

  private final Facts facts;
  private final CorrectionStore store;
  private final AuditLog audit;

  ApplyCorrection(Facts facts, CorrectionStore store, AuditLog audit) {
    this.facts = facts;
    this.store = store;
    this.audit = audit;
  }

  /// @param fact as it stands now
  /// @param row stored and held
  Outcome<CorrectionRow> handle(
      Caller caller, RecordedFact fact, CorrectionRow row, Instant now, @Nullable String note) {
    return facts
        .apply(fact, row.voids(), row.values(), row.id())
        .map(posted -> {
          var decision = new Decision(Party.of(caller), now, note, posted);
          CorrectionRow applied = row.decided(CorrectionStatus.APPLIED, decision);
          store.update(applied, decision);
          audit.record(
              caller, "correction-applied", row.kind().auditSubject(), row.subjectId(), told(row));
          return applied;
        });
  }

  /// What the audit trail keeps of it; the old values stand in the correction.
  static Map<String, Object> told(CorrectionRow row) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("correctionId", row.id().toString());
    told.put("kind", row.kind().code());
    told.put("voids", row.voids());
    told.put("reason", row.reason());
    told.putAll(row.values().said());
    return told;
  }
}
