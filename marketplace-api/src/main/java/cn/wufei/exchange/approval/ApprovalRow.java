package cn.wufei.exchange.approval;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A request as it is stored.
///
/// @param process the version under which it was made ([ApprovalProcess])
/// @param aboveFen the sum above which the firm wanted approval then
record ApprovalRow(
    Id id,
    int process,
    ApprovalStatus status,
    Id organisationId,
    AskedAct asked,
    long aboveFen,
    Id askerId,
    Instant askedAt,
    @Nullable Decision decision) {

  /// How it ended.
  ///
  /// @param decider nobody where the exchange ended it
  /// @param reason of who refused it
  /// @param result the offer or agreement that came of it
  record Decision(
      ApprovalStatus status,
      @Nullable Id decider,
      @Nullable String reason,
      @Nullable OvertakenBy cause,
      @Nullable Id result,
      Instant at) {}

  /// What it is on a day, whether or not its end has been written down yet.
  ApprovalStatus statusOn(LocalDate today) {
    return isOverOn(today) ? ApprovalStatus.OVERTAKEN : status;
  }

  boolean isOverOn(LocalDate today) {
    return status == ApprovalStatus.PENDING && asked.lastDay().isBefore(today);
  }

  ApprovalProcess.Actor actor(Caller caller) {
    if (caller.memberId().equals(askerId)) {
      return ApprovalProcess.Actor.ASKER;
    }
    return caller.may(Role.ORG_ADMIN)
        ? ApprovalProcess.Actor.ADMINISTRATOR
        : ApprovalProcess.Actor.COLLEAGUE;
  }

  Outcome<ApprovalStatus> after(ApprovalStep step, Caller caller) {
    return ApprovalProcess.of(process).after(status, step, actor(caller));
  }

  ApprovalRow ended(Decision how) {
    return new ApprovalRow(
        id, process, how.status(), organisationId, asked, aboveFen, askerId, askedAt, how);
  }
}
