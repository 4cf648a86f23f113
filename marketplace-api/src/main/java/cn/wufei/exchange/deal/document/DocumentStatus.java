package cn.wufei.exchange.deal.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How a version of an agreement stands.
@Serdeable
enum DocumentStatus {
  /// Nobody has signed it.
  @JsonProperty("proposed")
  PROPOSED,
  /// One side has.
  @JsonProperty("signed-once")
  SIGNED_ONCE,
  /// Both have: here, or on paper as one said and the other confirmed.
  @JsonProperty("signed")
  SIGNED,
  /// An amendment that the other side does not want.
  @JsonProperty("refused")
  REFUSED,
  /// An amendment that its proposer took back.
  @JsonProperty("withdrawn")
  WITHDRAWN,
  /// The agreement ended before both had signed.
  @JsonProperty("lapsed")
  LAPSED;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static DocumentStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// Whether it waits for signatures.
  boolean isOpen() {
    return this == PROPOSED || this == SIGNED_ONCE;
  }
}
