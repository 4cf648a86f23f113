package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.Map;

/// The side that dismissed a match takes that back. Undoing one that hides a partner shows all that
/// partner's matches again.
@Singleton
class UndoDismissal {

  private final DismissalStore store;
  private final AuditLog audit;

  UndoDismissal(DismissalStore store, AuditLog audit) {
    this.store = store;
    this.audit = audit;
  }

  Outcome<Undone> handle(Caller caller, Id id) {
    Dismissal dismissal = store.find(caller.organisationId(), id);
    if (dismissal == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    int undone =
        dismissal.reason() == DismissalReason.PARTNER
            ? store.deleteOfPartner(caller.organisationId(), dismissal.partnerId())
            : store.delete(dismissal);
    audit.record(
        caller,
        "dismissal-undone",
        "dismissal",
        id,
        Map.of(
            "lotId", dismissal.lotId().toString(),
            "demandId", dismissal.demandId().toString(),
            "reason", dismissal.reason().code()));
    return Outcome.done(new Undone(undone));
  }

  /// @param count how many dismissals were taken back
  @Serdeable
  @Schema(name = "UndoneDismissals")
  record Undone(int count) {}
}
