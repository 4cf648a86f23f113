package cn.wufei.exchange.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What a firm has decided about another.
@Serdeable
enum PartnerStanding {
  /// It may buy what is offered to approved buyers only, up to the approval's last day.
  @JsonProperty("approved")
  APPROVED,
  /// Neither of the two is offered what the other has, and nothing begins between them.
  @JsonProperty("blocked")
  BLOCKED,
  /// Nothing, or what was decided has been taken back.
  @JsonProperty("none")
  NONE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PartnerStanding ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
