package cn.wufei.exchange.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What a saved search seeks.
@Serdeable
enum SearchKind {
  @JsonProperty("lots")
  LOTS,
  @JsonProperty("demands")
  DEMANDS;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SearchKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  Target target() {
    return switch (this) {
      case LOTS -> Target.LOTS;
      case DEMANDS -> Target.DEMANDS;
    };
  }
}
