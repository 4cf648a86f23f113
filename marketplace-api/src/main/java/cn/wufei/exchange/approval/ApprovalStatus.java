package cn.wufei.exchange.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How far a request has come.
@Serdeable
enum ApprovalStatus {
  @JsonProperty("pending")
  PENDING,
  /// Approved, and so done.
  @JsonProperty("approved")
  APPROVED,
  @JsonProperty("refused")
  REFUSED,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  /// What it is about went on without it.
  @JsonProperty("overtaken")
  OVERTAKEN;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ApprovalStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
