package cn.wufei.exchange.correction;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;

/// Who answers a correction: for a load any trader of the other party, within an organisation its
/// administrator. Approving takes a second person, unless there is none.
@Singleton
class Deciders {

  private final Organisations organisations;

  Deciders(Organisations organisations) {
    this.organisations = organisations;
  }

  /// Checked in this order: the caller's organisation answers it, its member may.
  Outcome<CorrectionRow> requireSide(Caller caller, CorrectionRow row) {
    if (!caller.organisationId().equals(row.approverId())) {
      return Outcome.refused(CorrectionRefusal.NOT_THE_APPROVER);
    }
    return row.isInternal() && !caller.may(Role.ORG_ADMIN)
        ? Outcome.refused(CorrectionRefusal.ADMINISTRATOR_DECIDES)
        : Outcome.done(row);
  }

  Outcome<CorrectionRow> requireSecondPerson(Caller caller, CorrectionRow row) {
    boolean same = caller.memberId().equals(row.proposer().memberId());
    return same && !organisations.isSoleMember(caller)
        ? Outcome.refused(CorrectionRefusal.SECOND_PERSON_NEEDED)
        : Outcome.done(row);
  }

  boolean mayApprove(Caller caller, CorrectionRow row) {
    return caller.may(Role.TRADER)
        && requireSide(caller, row).then(_ -> requireSecondPerson(caller, row))
            instanceof Outcome.Done<CorrectionRow>;
  }
}
