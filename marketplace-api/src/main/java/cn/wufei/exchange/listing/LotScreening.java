package cn.wufei.exchange.listing;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.gate.HazardGate;
import cn.wufei.exchange.gate.MeasuredValue;
import cn.wufei.exchange.gate.WasteDescription;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.price.AdjustmentRules;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.quality.QualityReports;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Whether a lot may be offered in these words: its terms hold together, and nothing in them or in
/// what laboratories found in its stream points to hazardous waste.
@Singleton
public class LotScreening {

  private final Catalog catalog;
  private final HazardGate hazards;
  private final QualityReports reports;
  private final AdjustmentRules adjustments;
  private final Clock clock;

  LotScreening(
      Catalog catalog,
      HazardGate hazards,
      QualityReports reports,
      AdjustmentRules adjustments,
      Clock clock) {
    this.catalog = catalog;
    this.hazards = hazards;
    this.reports = reports;
    this.adjustments = adjustments;
    this.clock = clock;
  }

  /// Whether the hazard gate is clear for a lot as it stands now.
  public Outcome<Lot> requireClear(Lot lot) {
    return hazards
        .requireClear(
            new WasteDescription(
                lot.materialKey(),
                lot.classCode(),
                lot.code(),
                lot.codeScheme(),
                lot.title(),
                lot.description(),
                measured(lot.streamId(), lot.qualities())))
        .map(_ -> lot);
  }

  /// The terms of a lot that is to be published.
  Outcome<LotTerms> check(LotTerms terms, StreamRef stream) {
    return check(
        terms,
        new WasteDescription(
            stream.materialKey(),
            stream.classCode(),
            stream.code(),
            stream.codeScheme(),
            terms.title(),
            terms.description(),
            measured(stream.id(), terms.qualities())));
  }

  /// The terms that a lot has or is to have.
  Outcome<LotTerms> check(LotTerms terms, LotRow lot) {
    return check(
        terms,
        new WasteDescription(
            lot.materialKey(),
            lot.classCode(),
            lot.code(),
            lot.codeScheme(),
            terms.title(),
            terms.description(),
            measured(lot.streamId(), terms.qualities())));
  }

  private Outcome<LotTerms> check(LotTerms terms, WasteDescription waste) {
    return LotRules.check(
            terms,
            catalog::parameter,
            adcode -> catalog.region(adcode) != null,
            LocalCalendar.dayOf(Instant.now(clock)))
        .then(_ -> adjustments.check(terms.adjustments()))
        .then(_ -> hazards.requireClear(waste))
        .map(_ -> terms);
  }

  /// What the lot states, and what laboratories found, whether or not the lot states it.
  private List<MeasuredValue> measured(Id stream, List<QualityRange> stated) {
    List<MeasuredValue> measured = new ArrayList<>();
    stated.forEach(
        range -> measured.add(new MeasuredValue(range.parameter(), range.min(), range.max())));
    measured.addAll(reports.measured(stream));
    return measured;
  }
}
