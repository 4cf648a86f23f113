package cn.wufei.exchange.tender;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/// Which tenders are the caller's own.
@Serdeable
enum MyTenders {
  /// That its organisation invited.
  @JsonProperty("selling")
  SELLING,
  /// In which it has bid, or has recorded a deposit.
  @JsonProperty("bidding")
  BIDDING
}
