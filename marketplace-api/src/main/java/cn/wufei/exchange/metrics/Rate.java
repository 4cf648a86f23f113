package cn.wufei.exchange.metrics;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The mass balance and the comprehensive utilisation rate (综合利用率) of some streams over some
/// months:
///
/// `rate = used / (generated + used from earlier years' stock)`
///
/// where generated includes the opening stock that was generated in the same year, before the first
/// record.
///
/// on two recognition bases. *Declared*: what was entrusted to others counts when it leaves the
/// plant for use, less what came back. *Proven*: it counts when the receiver reports its use;
/// arrival in a yard is storage (Solid Waste Law arts. 37, 124). Own use counts in both. The rate
/// is absent while nothing was generated nor drawn from old stock.
///
/// @param openingKg stock that was there before the first record, whenever generated
/// @param openingCurrentYearKg the part of it that was generated in the year in which it was
///   recorded
/// @param entrustedDeclaredKg left for receivers in the period, net of returns
/// @param entrustedProvenKg reported used by receivers in the period
/// @param onHandKg recorded in the producers' yards at the end of the period
/// @param unreconciledKg left beyond the recorded stock and not yet cleared, at the end of the
///   period
/// @param declaredStockKg sum of the last count or declaration of each stream that has one
/// @param residualKg declared less ledger at the days of the declarations; shown, never forced
@Serdeable
@Schema(name = "Rate")
record Rate(
    long generatedKg,
    long openingKg,
    long openingCurrentYearKg,
    long foundKg,
    long ownUseKg,
    long entrustedDeclaredKg,
    long entrustedProvenKg,
    long usedDeclaredKg,
    long usedProvenKg,
    long usedFromOldDeclaredKg,
    long usedFromOldProvenKg,
    long disposedKg,
    long dumpedKg,
    long onHandKg,
    long unreconciledKg,
    @Nullable Long declaredStockKg,
    @Nullable Long residualKg,
    @Nullable BigDecimal rateDeclaredPct,
    @Nullable BigDecimal rateProvenPct,
    Bridge bridge) {

  /// What lies between the two bases: `declared + brought forward - weighing difference - in
  /// transit - in heaps = proven`.
  ///
  /// @param broughtForwardKg in transit and in receivers' heaps before the period
  /// @param weighingDifferenceKg origin weight less destination weight of what arrived in the
  ///   period; either sign
  /// @param inTransitKg on the road at the end of the period
  /// @param heapKg in receivers' heaps at the end of the period
  /// @param returnedKg refused or sent back in the period, already taken off the declared tonnes
  @Serdeable
  @Schema(name = "RateBridge")
  record Bridge(
      long broughtForwardKg,
      long weighingDifferenceKg,
      long inTransitKg,
      long heapKg,
      long returnedKg) {}
}
