package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.gate.HazardGate;
import cn.wufei.exchange.gate.MeasuredValue;
import cn.wufei.exchange.gate.Screening.Rule;
import jakarta.inject.Singleton;

/// Says of reports which of them hold what comes from their stream, so that nobody hears of it only
/// when a lot or an offer is refused.
@Singleton
class ReportScreening {

  private final HazardGate hazards;

  ReportScreening(HazardGate hazards) {
    this.hazards = hazards;
  }

  QualityReport told(QualityReport report) {
    if (!report.counts()) {
      return report;
    }
    Rule rule =
        hazards.reachedBy(
            report.values().stream()
                .map(value -> new MeasuredValue(value.parameter(), value.min(), value.max()))
                .toList());
    return rule == null
        ? report
        : report.heldBy(new QualityReport.HoldingRule(rule.textZh(), rule.textEn(), rule.source()));
  }
}
