package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The months of a framework and its call-offs.
///
/// @param limitKg the agreement's quantity and its tolerance, which all call-offs together keep to
/// @param takenKg how much of it is taken: of months that are over what left, of the others what is
///   called off, accepted or not yet answered, or what left where that is more
/// @param mayCallOff whether the caller may call off a month now
/// @param callOffs newest first, also those that came to nothing
@Serdeable
@Schema(name = "CallOffPlan")
record CallOffPlan(
    Id agreementId,
    Framework framework,
    long limitKg,
    long takenKg,
    boolean mayCallOff,
    List<Month> months,
    List<CallOff> callOffs) {

  CallOffPlan {
    months = List.copyOf(months);
    callOffs = List.copyOf(callOffs);
  }

  /// @param month such as `2027-03`
  /// @param plannedKg by the agreement's document, or an even share
  /// @param leastKg the least that is called off without the seller's consent
  /// @param mostKg the most
  /// @param callOffBy the last day on which it is called off in time
  /// @param calledKg of the call-off that takes the month, accepted or not yet answered
  /// @param callOffId of that
  /// @param limitKg the most that leaves against the call-off: its quantity and the tolerance while
  ///   it holds, else 0
  /// @param leftKg what was weighed out in it and did not come back; it may be more than `limitKg`
  @Serdeable
  @Schema(name = "CallOffMonth")
  record Month(
      String month,
      long plannedKg,
      long leastKg,
      long mostKg,
      LocalDate callOffBy,
      @Nullable Long calledKg,
      @Nullable Id callOffId,
      @Nullable CallOffStatus status,
      long limitKg,
      long leftKg) {}
}
