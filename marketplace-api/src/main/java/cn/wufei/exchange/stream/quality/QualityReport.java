package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.kernel.Id;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a laboratory found in a stream.
///
/// @param validTo the last day on which it holds; without end when absent
/// @param shared whether those see it who see a lot of the stream
/// @param heldBy the rule of the hazard gate that holds what comes from the stream while this
///   report holds, as a value reaches its threshold
/// @param files the report as it was printed, or photographs of it, in the order in which they were
///   attached
/// @param withdrawalReason told to the organisation itself and the authorities only
@Serdeable
@Schema(name = "QualityReport")
public record QualityReport(
    Id id,
    long version,
    Id streamId,
    Status status,
    String laboratory,
    String reportNumber,
    @Nullable String method,
    LocalDate sampledOn,
    LocalDate reportedOn,
    @Nullable LocalDate validTo,
    boolean shared,
    @Nullable String note,
    List<MeasuredRange> values,
    @Nullable HoldingRule heldBy,
    List<Attachment> files,
    Instant recordedAt,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawalReason) {

  /// So long before its last day a report is said to run out: a laboratory takes two to three
  /// weeks.
  static final int WARNING_DAYS = 30;

  /// How the audit and the attachments name a report.
  static final String SUBJECT = "quality-report";

  public QualityReport {
    values = List.copyOf(values);
    files = List.copyOf(files);
  }

  boolean counts() {
    return status == Status.CURRENT || status == Status.EXPIRING;
  }

  Attachment.Subject subject() {
    return new Attachment.Subject(SUBJECT, id);
  }

  QualityReport completed(@Nullable HoldingRule rule, List<Attachment> attached) {
    return new QualityReport(
        id,
        version,
        streamId,
        status,
        laboratory,
        reportNumber,
        method,
        sampledOn,
        reportedOn,
        validTo,
        shared,
        note,
        values,
        rule,
        attached,
        recordedAt,
        withdrawnAt,
        withdrawalReason);
  }

  /// What a rule of the hazard gate says, and where it is from.
  @Serdeable
  @Schema(name = "HoldingRule")
  public record HoldingRule(String ruleZh, String ruleEn, String source) {}

  /// Whether it counts today.
  @Serdeable
  @Schema(name = "QualityReportStatus")
  public enum Status {
    @JsonProperty("current")
    CURRENT,
    @JsonProperty("expiring")
    EXPIRING,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("withdrawn")
    WITHDRAWN;

    static Status of(@Nullable Instant withdrawnAt, @Nullable LocalDate validTo, LocalDate today) {
      if (withdrawnAt != null) {
        return WITHDRAWN;
      }
      if (validTo == null || validTo.isAfter(today.plusDays(WARNING_DAYS))) {
        return CURRENT;
      }
      return validTo.isBefore(today) ? EXPIRED : EXPIRING;
    }
  }
}
