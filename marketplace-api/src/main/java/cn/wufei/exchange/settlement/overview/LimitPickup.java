package cn.wufei.exchange.settlement.overview;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// A seller ties dispatch under an agreement to what the buyer paid ahead, or stops doing so. It
/// flags and refuses nothing.
@Singleton
class LimitPickup {

  private final Agreements agreements;
  private final PickupLimitStore limits;
  private final ShowAgreementMoney show;
  private final AuditLog audit;
  private final Clock clock;

  LimitPickup(
      Agreements agreements,
      PickupLimitStore limits,
      ShowAgreementMoney show,
      AuditLog audit,
      Clock clock) {
    this.agreements = agreements;
    this.limits = limits;
    this.show = show;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the caller is a party, it sells, the version.
  Outcome<AgreementMoney> handle(Caller caller, Id id, long version, Command command) {
    Agreement agreement = agreements.find(id);
    Side side = agreement == null ? null : agreement.sideOf(caller.organisationId());
    if (agreement == null || side == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (side != Side.SELLER) {
      return Outcome.refused(PickupRefusal.NOT_THE_SELLER);
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    if (!limits.write(id, version, command.active(), now)) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    audit.record(caller, "pickup-limit-set", "agreement", id, Map.of("active", command.active()));
    return Outcome.done(show.of(agreement));
  }

  @Serdeable
  @Schema(name = "LimitPickup")
  record Command(@NotNull Boolean active) {}
}
