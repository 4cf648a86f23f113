package cn.wufei.exchange.tender;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/// What who reads a tender can do about it now.
@Serdeable
public enum TenderChoice {
  @JsonProperty("cancel")
  CANCEL,
  @JsonProperty("award")
  AWARD,
  @JsonProperty("end")
  END,
  @JsonProperty("bid")
  BID,
  @JsonProperty("replace")
  REPLACE,
  @JsonProperty("withdraw")
  WITHDRAW,
  @JsonProperty("open")
  OPEN,
  @JsonProperty("record-deposit")
  RECORD_DEPOSIT,
  /// Confirm or reject deposits that were recorded.
  @JsonProperty("answer-deposits")
  ANSWER_DEPOSITS,
  /// Release or forfeit deposits that were confirmed.
  @JsonProperty("return-deposits")
  RETURN_DEPOSITS,
  /// Read the record of the opening.
  @JsonProperty("read-record")
  READ_RECORD
}
