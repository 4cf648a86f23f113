package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.gate.HazardGate;
import cn.wufei.exchange.gate.MeasuredValue;
import cn.wufei.exchange.gate.Screening.Rule;
import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Completes reports with what they do not hold themselves: their files, and the rule that holds
/// what comes from their stream, so that nobody hears of it only when a lot or an offer is refused.
@Singleton
class QualityReportViews {

  private final HazardGate hazards;
  private final Attachments attachments;

  QualityReportViews(HazardGate hazards, Attachments attachments) {
    this.hazards = hazards;
    this.attachments = attachments;
  }

  QualityReport of(QualityReport report) {
    return ofAll(List.of(report)).getFirst();
  }

  List<QualityReport> ofAll(List<QualityReport> reports) {
    Map<Id, List<Attachment>> files =
        attachments.of(QualityReport.SUBJECT, reports.stream().map(QualityReport::id).toList());
    return reports.stream()
        .map(
            report -> report.completed(ruleFor(report), files.getOrDefault(report.id(), List.of())))
        .toList();
  }

  private QualityReport.@Nullable HoldingRule ruleFor(QualityReport report) {
    if (!report.counts()) {
      return null;
    }
    Rule rule =
        hazards.reachedBy(
            report.values().stream()
                .map(value -> new MeasuredValue(value.parameter(), value.min(), value.max()))
                .toList());
    return rule == null
        ? null
        : new QualityReport.HoldingRule(rule.textZh(), rule.textEn(), rule.source());
  }
}
