package cn.wufei.exchange.listing;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.gate.HazardGate;
import cn.wufei.exchange.gate.MeasuredValue;
import cn.wufei.exchange.gate.WasteDescription;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.stream.quality.QualityReports;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a lot may be offered in these words: its terms hold together, and nothing in them or in
/// what laboratories found in its stream points to hazardous waste.
@Singleton
class LotScreening {

  private final Catalog catalog;
  private final HazardGate hazards;
  private final QualityReports reports;
  private final Clock clock;

  LotScreening(Catalog catalog, HazardGate hazards, QualityReports reports, Clock clock) {
    this.catalog = catalog;
    this.hazards = hazards;
    this.reports = reports;
    this.clock = clock;
  }

  Outcome<LotTerms> check(
      LotTerms terms,
      Id streamId,
      String materialKey,
      String classCode,
      @Nullable String code,
      @Nullable String codeScheme) {
    return LotRules.check(terms, catalog::parameter, LocalCalendar.dayOf(Instant.now(clock)))
        .then(_ ->
            hazards.requireClear(
                waste(terms, materialKey, classCode, code, codeScheme)
                    .with(reports.measured(streamId))))
        .map(_ -> terms);
  }

  private static WasteDescription waste(
      LotTerms terms,
      String materialKey,
      String classCode,
      @Nullable String code,
      @Nullable String codeScheme) {
    return new WasteDescription(
        materialKey,
        classCode,
        code,
        codeScheme,
        terms.title(),
        terms.description(),
        terms.qualities().stream()
            .map(range -> new MeasuredValue(range.parameter(), range.min(), range.max()))
            .toList());
  }
}
