package cn.wufei.exchange.delegation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What is done about a delegation.
@Serdeable
enum DelegationAct {
  /// Begins it.
  @JsonProperty("offer")
  OFFER("offered"),
  @JsonProperty("accept")
  ACCEPT("accepted"),
  @JsonProperty("decline")
  DECLINE("declined"),
  @JsonProperty("withdraw")
  WITHDRAW("withdrawn"),
  @JsonProperty("end")
  END("ended"),
  /// The day by which it was to be answered is over.
  @JsonProperty("lapse")
  LAPSE("lapsed"),
  /// Its last day is over.
  @JsonProperty("expire")
  EXPIRE("expired");

  private final String done;

  DelegationAct(String done) {
    this.done = done;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DelegationAct ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// As the audit log and notices name it once it is done: `delegation-accepted`.
  String event() {
    return "delegation-" + done;
  }
}
