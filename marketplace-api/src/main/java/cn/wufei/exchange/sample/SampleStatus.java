package cn.wufei.exchange.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How far a request for a sample has come.
@Serdeable
enum SampleStatus {
  @JsonProperty("requested")
  REQUESTED,
  /// The seller will send it, by a day that it named.
  @JsonProperty("accepted")
  ACCEPTED,
  @JsonProperty("sent")
  SENT,
  /// The buyer has it, or said nothing else for long enough.
  @JsonProperty("received")
  RECEIVED,
  /// The buyer said what came of it, or said nothing for long enough.
  @JsonProperty("concluded")
  CONCLUDED,
  @JsonProperty("declined")
  DECLINED,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  /// Not answered, or not sent, in time.
  @JsonProperty("lapsed")
  LAPSED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SampleStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Whether the sample is still to come, so that the buyer asks for no other of the lot.
  boolean isOpen() {
    return this == REQUESTED || this == ACCEPTED || this == SENT;
  }
}
