package cn.wufei.exchange.delegation;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// That one firm acts for another. Days are those of China Standard Time and count whole.
///
/// @param side of the asking firm
/// @param delegator for whom is acted
/// @param delegate whose members act
/// @param status what it is today
/// @param works whether somebody can act under it today
/// @param answerBy the last day on which the offer can be answered
/// @param untilDay the last day on which it works or worked, also after an early end
/// @param acts what the asking firm can do about it now
@Serdeable
@Schema(name = "Delegation")
record Delegation(
    Id id,
    long version,
    DelegationSide side,
    OrganisationRef delegator,
    OrganisationRef delegate,
    List<DelegationScope> scopes,
    LocalDate firstDay,
    LocalDate lastDay,
    @Nullable String note,
    DelegationStatus status,
    boolean works,
    Instant offeredAt,
    LocalDate answerBy,
    LocalDate untilDay,
    List<DelegationAct> acts,
    List<Step> steps) {

  Delegation {
    scopes = List.copyOf(scopes);
    acts = List.copyOf(acts);
    steps = List.copyOf(steps);
  }

  /// One step of its course, with who did it; nobody where it was time.
  @Serdeable
  @Schema(name = "DelegationStep")
  record Step(
      DelegationAct act,
      @Nullable DelegationSide side,
      @Nullable String memberName,
      @Nullable String words,
      Instant at) {}
}
