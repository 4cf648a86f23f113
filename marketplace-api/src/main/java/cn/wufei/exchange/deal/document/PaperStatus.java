package cn.wufei.exchange.deal.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// What became of a record that a version was signed on paper.
@Serdeable
enum PaperStatus {
  /// It waits for the other side.
  @JsonProperty("recorded")
  RECORDED,
  @JsonProperty("confirmed")
  CONFIRMED,
  @JsonProperty("refused")
  REFUSED,
  @JsonProperty("withdrawn")
  WITHDRAWN;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PaperStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// Whether it stands: a version has one such record at most.
  boolean isLive() {
    return this == RECORDED || this == CONFIRMED;
  }
}
