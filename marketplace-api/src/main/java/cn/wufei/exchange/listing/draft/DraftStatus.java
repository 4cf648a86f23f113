package cn.wufei.exchange.listing.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How far a draft has come. One that is published is none any more.
@Serdeable
enum DraftStatus {
  /// Being written.
  @JsonProperty("draft")
  DRAFT,
  /// An administrator is asked to publish it; until it comes back nobody changes it.
  @JsonProperty("in-review")
  IN_REVIEW,
  /// An administrator gave it back with a reason.
  @JsonProperty("returned")
  RETURNED;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static DraftStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
