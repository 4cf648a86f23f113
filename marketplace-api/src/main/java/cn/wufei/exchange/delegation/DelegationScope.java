package cn.wufei.exchange.delegation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a firm lets another one do for it. Members, keys, policies, approvals, months and
/// delegations are in no scope.
@Serdeable
public enum DelegationScope {
  /// See what the firm sees. In every delegation.
  @JsonProperty("read")
  READ,
  /// Lots, demands, offers, samples, tenders, and the end of agreements.
  @JsonProperty("trade")
  TRADE,
  /// Loads: weigh, send, receive.
  @JsonProperty("gate")
  GATE,
  /// Assays, statements, payments, deposits, invoices.
  @JsonProperty("settlement")
  SETTLEMENT,
  /// Streams, stock-takes, quality and use reports, and corrections.
  @JsonProperty("records")
  RECORDS,
  /// Contract texts and their amendments.
  @JsonProperty("sign")
  SIGN;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String codesOf(Set<DelegationScope> scopes) {
    return EnumSet.copyOf(scopes).stream()
        .map(DelegationScope::code)
        .collect(Collectors.joining(" "));
  }

  static Set<DelegationScope> ofCodes(String codes) {
    return Arrays.stream(codes.split(" ", -1))
        .map(code -> valueOf(code.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DelegationScope.class)));
  }
}
