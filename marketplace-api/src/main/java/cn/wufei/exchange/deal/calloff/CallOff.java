package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call-off as it is today.
///
/// @param month such as `2027-03`, in China Standard Time
/// @param note how the buyer would like to have it delivered
/// @param dueOn the last day on which the seller can answer; absent once it waits no more
/// @param endedAt when it was answered or withdrawn, or held or lapsed by itself
/// @param reason why it was declined
/// @param acts what the caller may do about it now
@Serdeable
@Schema(name = "CallOff")
record CallOff(
    Id id,
    long version,
    CallOffStatus status,
    Id agreementId,
    String month,
    long quantityKg,
    @Nullable String note,
    Instant calledAt,
    @Nullable LocalDate dueOn,
    @Nullable Instant endedAt,
    @Nullable String reason,
    List<CallOffAct> acts) {

  CallOff {
    acts = List.copyOf(acts);
  }
}
