package cn.wufei.exchange.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What is done about a sample.
@Serdeable
enum SampleAct {
  /// Begins it.
  @JsonProperty("ask")
  ASK("asked"),
  @JsonProperty("accept")
  ACCEPT("accepted"),
  @JsonProperty("decline")
  DECLINE("declined"),
  @JsonProperty("withdraw")
  WITHDRAW("withdrawn"),
  @JsonProperty("send")
  SEND("sent"),
  @JsonProperty("receive")
  RECEIVE("received"),
  /// Says what came of it.
  @JsonProperty("conclude")
  CONCLUDE("concluded"),
  /// The day by which it was to be answered or sent is over.
  @JsonProperty("lapse")
  LAPSE("lapsed"),
  /// Nobody said for long enough that it did not come.
  @JsonProperty("presume-received")
  PRESUME_RECEIVED("presumed-received"),
  /// Nobody said for long enough what came of it.
  @JsonProperty("close")
  CLOSE("closed");

  private final String done;

  SampleAct(String done) {
    this.done = done;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SampleAct ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// As the audit log and notices name it once it is done: `sample-accepted`.
  String event() {
    return "sample-" + done;
  }
}
