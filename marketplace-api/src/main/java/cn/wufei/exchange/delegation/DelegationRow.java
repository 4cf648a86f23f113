package cn.wufei.exchange.delegation;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A delegation as it is stored. Days are those of China and count whole.
///
/// @param process the version under which it was offered ([DelegationProcess])
/// @param note what the delegator wrote with it
/// @param untilDay the last day on which it works or worked, also after an early end
/// @param warned whether both were told that it ends soon
record DelegationRow(
    Id id,
    long version,
    int process,
    DelegationStatus status,
    Id delegatorId,
    Id delegateId,
    Set<DelegationScope> scopes,
    LocalDate firstDay,
    LocalDate lastDay,
    @Nullable String note,
    Instant offeredAt,
    LocalDate answerBy,
    @Nullable Instant acceptedAt,
    LocalDate untilDay,
    boolean warned) {

  /// How audit records and notices name one.
  static final String SUBJECT = "delegation";

  DelegationRow {
    scopes = Set.copyOf(EnumSet.copyOf(scopes));
  }

  DelegationProcess rules() {
    return DelegationProcess.of(process);
  }

  @Nullable DelegationSide sideOf(Caller caller) {
    if (caller.organisationId().equals(delegatorId)) {
      return DelegationSide.DELEGATOR;
    }
    return caller.organisationId().equals(delegateId) ? DelegationSide.DELEGATE : null;
  }

  DelegationStatus statusOn(LocalDate today) {
    return rules().statusOn(status, answerBy, lastDay, today);
  }

  /// Whether somebody can act under it on that day.
  boolean worksOn(LocalDate today) {
    return status == DelegationStatus.ACTIVE
        && !today.isBefore(firstDay)
        && !today.isAfter(lastDay);
  }

  DelegationRow after(DelegationStatus next, Instant now, LocalDate today) {
    boolean cut = next == DelegationStatus.ENDED && today.isBefore(untilDay);
    return new DelegationRow(
        id,
        version + 1,
        process,
        next,
        delegatorId,
        delegateId,
        scopes,
        firstDay,
        lastDay,
        note,
        offeredAt,
        answerBy,
        next == DelegationStatus.ACTIVE ? now : acceptedAt,
        cut ? today : untilDay,
        warned);
  }
}
