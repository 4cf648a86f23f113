package cn.wufei.exchange.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/// What binds a firm and can be asked for.
@Serdeable
@Schema(name = "ApprovalActKind")
public enum ActKind {
  /// An offer of somebody else is accepted.
  @JsonProperty("accept")
  ACCEPT,
  /// An offer is made; the other side may accept it at once.
  @JsonProperty("propose")
  PROPOSE,
  /// An offer is answered with one of our own.
  @JsonProperty("counter")
  COUNTER,
  /// A tender of ours is awarded.
  @JsonProperty("award")
  AWARD;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ActKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
