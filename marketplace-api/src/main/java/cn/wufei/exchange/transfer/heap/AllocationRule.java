package cn.wufei.exchange.transfer.heap;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/// How a consumption is divided over the origins of a heap.
@Serdeable
public enum AllocationRule {
  /// In proportion to what each origin has in the heap at the end of the month.
  @JsonProperty("pro-rata")
  PRO_RATA;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static AllocationRule ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
