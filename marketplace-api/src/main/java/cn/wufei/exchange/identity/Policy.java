package cn.wufei.exchange.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// How a firm wants its members to trade.
///
/// @param version 0 while the firm has said nothing
/// @param lotsReviewed whether an administrator looks at a lot, or at a change of one, before it is
///   published; otherwise everybody who trades publishes
@Serdeable
@Schema(name = "Policy")
record Policy(long version, boolean lotsReviewed) {

  static final Policy NOTHING_SAID = new Policy(0, false);
}
