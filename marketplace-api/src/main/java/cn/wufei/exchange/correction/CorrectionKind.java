package cn.wufei.exchange.correction;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/// What is corrected.
@Serdeable
enum CorrectionKind {
  @JsonProperty("stream-entry")
  STREAM_ENTRY("stream-entry"),
  @JsonProperty("stock-take")
  STOCK_TAKE("stock-take"),
  /// Can only be void.
  @JsonProperty("processing")
  PROCESSING("processing"),
  @JsonProperty("dispatch")
  DISPATCH("load"),
  @JsonProperty("receipt")
  RECEIPT("load"),
  /// Can only be void: the load was not refused.
  @JsonProperty("refusal")
  REFUSAL("load"),
  @JsonProperty("use-report")
  USE_REPORT("use-report");

  private final String auditSubject;

  CorrectionKind(String auditSubject) {
    this.auditSubject = auditSubject;
  }

  /// What the audit trail calls the thing.
  String auditSubject() {
    return auditSubject;
  }

  /// The values that can be corrected.
  List<String> fields() {
    return switch (this) {
      case STREAM_ENTRY -> List.of("quantityKg");
      case STOCK_TAKE -> List.of("countedKg");
      case DISPATCH -> List.of("plate", "manifestNumber", "ticketNumber", "grossKg", "tareKg");
      case RECEIPT -> List.of("ticketNumber", "grossKg", "tareKg", "rejectedKg", "deductionKg");
      case PROCESSING, REFUSAL -> List.of();
      case USE_REPORT -> List.of("consumedKg", "declaredClosingKg");
    };
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static CorrectionKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
