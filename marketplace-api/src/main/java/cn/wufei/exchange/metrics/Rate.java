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
/// record, and leaves out what of an earlier year is recorded or corrected only now: that is old
/// stock, and enters the denominator when it is used.
///
/// Each year has its own old stock, so over more than one year the denominator is the sum of yearly
/// ones: the official rate is that of months of one year, from January on.
///
/// What left unrecorded was not counted as old when it left. Old stock that makes it good enters
/// the denominator as if it were of this year. Generation of an earlier year that is recorded after
/// its tonnes left lies on hand beside them and makes nothing good. Tonnes that only a stock-take
/// found were generated in no year that is known; they are used and stand in no denominator, so the
/// rate is the higher by them.
///
/// Processing generates nothing: its outputs are tonnes of the input that go on as another stream,
/// and its products, which are no waste any more, are use of the input. So that a part of a plant
/// has a rate of its own, tonnes of this year that came from other streams are added to what it
/// generated and those passed on are taken off; over all streams of the plant the two are equal.
/// What processing lost stays in the denominator, what it added (water), net of each stream, is
/// added to it.
///
/// There are two recognition bases. *Declared*: what was entrusted to others counts when it leaves
/// the plant for use, less what came back. *Proven*: it counts when the receiver, or the related
/// party, reports its use; arrival in a yard is storage (Solid Waste Law arts. 37, 124). Own use
/// and recovered products count in both. The rate is absent while nothing was generated nor drawn
/// from old stock.
///
/// The balance closes over any period: `stock at its start + opening stock + generated + found +
/// brought in = own use + recovered + process loss + passed on + related party + entrusted +
/// disposed + dumped + stock at its end`, where stock is on hand less unreconciled.
///
/// @param openingKg stock that was there before the first record, whenever generated
/// @param openingCurrentYearKg the part of it that was generated in the year in which it was
///   recorded, or made good what left unrecorded in that year
/// @param producedKg the denominator without what was used from old stock
/// @param broughtInKg from other streams, by processing or from another site; where both streams
///   are counted it is also passed on
/// @param recoveredKg became products of processing
/// @param processLossKg left processing as moisture or another loss; negative where mass was added
/// @param relatedDeclaredKg handed to related parties for use
/// @param relatedProvenKg stated used by related parties
/// @param entrustedDeclaredKg left for receivers in the period, net of returns
/// @param entrustedProvenKg reported used by receivers in the period
/// @param onHandStartKg recorded in the producers' yards at the start of the period
/// @param unreconciledStartKg left beyond the recorded stock and not yet cleared, at the start of
///   the period
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
    long producedKg,
    long foundKg,
    long broughtInKg,
    long passedOnKg,
    long ownUseKg,
    long recoveredKg,
    long processLossKg,
    long relatedDeclaredKg,
    long relatedProvenKg,
    long entrustedDeclaredKg,
    long entrustedProvenKg,
    long usedDeclaredKg,
    long usedProvenKg,
    long usedFromOldDeclaredKg,
    long usedFromOldProvenKg,
    long disposedKg,
    long dumpedKg,
    long onHandStartKg,
    long unreconciledStartKg,
    long onHandKg,
    long unreconciledKg,
    @Nullable Long declaredStockKg,
    @Nullable Long residualKg,
    @Nullable BigDecimal rateDeclaredPct,
    @Nullable BigDecimal rateProvenPct,
    Bridge bridge) {

  /// What lies between the two bases: `declared + brought forward - weighing difference - in
  /// transit - in heaps - with related parties = proven`.
  ///
  /// @param broughtForwardKg in transit, in receivers' heaps and with related parties before the
  ///   period
  /// @param weighingDifferenceKg origin weight less destination weight of what arrived in the
  ///   period; either sign
  /// @param inTransitKg on the road at the end of the period
  /// @param heapKg in receivers' heaps at the end of the period
  /// @param withRelatedKg with related parties and not stated used at the end of the period
  /// @param returnedKg refused or sent back in the period, already taken off the declared tonnes
  @Serdeable
  @Schema(name = "RateBridge")
  record Bridge(
      long broughtForwardKg,
      long weighingDifferenceKg,
      long inTransitKg,
      long heapKg,
      long withRelatedKg,
      long returnedKg) {}
}
