package cn.wufei.exchange.deal.calloff;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What is done about a call-off.
@Serdeable
enum CallOffAct {
  /// Begins it.
  @JsonProperty("call")
  CALL("made"),
  @JsonProperty("accept")
  ACCEPT("accepted"),
  @JsonProperty("decline")
  DECLINE("declined"),
  @JsonProperty("withdraw")
  WITHDRAW("withdrawn"),
  /// The seller said nothing against what it had bound itself to.
  @JsonProperty("hold")
  HOLD("held"),
  /// The seller did not consent in time.
  @JsonProperty("lapse")
  LAPSE("lapsed"),
  /// Its agreement has ended.
  @JsonProperty("end")
  END("ended");

  private final String done;

  CallOffAct(String done) {
    this.done = done;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// As the audit log and notices name it once it is done: `call-off-accepted`.
  String event() {
    return "call-off-" + done;
  }
}
