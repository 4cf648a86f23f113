package cn.wufei.exchange.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What can be done about a request.
@Serdeable
enum ApprovalStep {
  /// Does what was asked for.
  @JsonProperty("approve")
  APPROVE,
  @JsonProperty("refuse")
  REFUSE,
  @JsonProperty("withdraw")
  WITHDRAW,
  @JsonProperty("overtake")
  OVERTAKE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
