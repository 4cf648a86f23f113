package cn.wufei.exchange.deal.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What is done about the document of an agreement. The last one is the end of the agreement's, and
/// nobody is offered it.
@Serdeable
enum DocumentAct {
  @JsonProperty("sign")
  SIGN,
  /// To say that a version was signed on paper.
  @JsonProperty("record-paper")
  RECORD_PAPER,
  /// To say the same of what the other side recorded.
  @JsonProperty("confirm-paper")
  CONFIRM_PAPER,
  @JsonProperty("refuse-paper")
  REFUSE_PAPER,
  @JsonProperty("withdraw-paper")
  WITHDRAW_PAPER,
  /// To propose an amendment.
  @JsonProperty("amend")
  AMEND,
  /// To refuse one.
  @JsonProperty("refuse")
  REFUSE,
  /// To take one back.
  @JsonProperty("withdraw")
  WITHDRAW,
  @JsonProperty("lapse")
  LAPSE;

  /// What makes a version signed is said by a person and not by a key.
  boolean isForPeople() {
    return this == SIGN || this == RECORD_PAPER || this == CONFIRM_PAPER;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
