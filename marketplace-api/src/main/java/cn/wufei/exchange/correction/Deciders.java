package cn.wufei.exchange.correction;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who answers a correction: for a load any trader of the other party, within an organisation its
/// administrator. Approving takes a second person: another administrator approves or, where there
/// is none, somebody else who trades proposes. Where there is nobody for either, one person does
/// both, so that every correction can be approved by somebody.
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
    SecondPerson other = secondPerson(caller, row);
    return other == null
        ? Outcome.done(row)
        : Outcome.<CorrectionRow>refused(
                other.proposes()
                    ? CorrectionRefusal.OTHER_PROPOSER_NEEDED
                    : CorrectionRefusal.SECOND_PERSON_NEEDED)
            .with("who", String.join(", ", other.names()));
  }

  /// Who has a part in what the caller proposed within its own organisation; nothing when the
  /// caller did not propose it or there is nobody else.
  @Nullable SecondPerson secondPerson(Caller caller, CorrectionRow row) {
    if (!row.isInternal() || !caller.memberId().equals(row.proposer().memberId())) {
      return null;
    }
    List<String> administrators = organisations.namesOfOthers(caller, Role.ORG_ADMIN);
    if (!administrators.isEmpty() || !caller.may(Role.ORG_ADMIN)) {
      return SecondPerson.of(false, administrators);
    }
    return SecondPerson.of(true, organisations.namesOfOthers(caller, Role.TRADER));
  }

  /// The same for all corrections at once: [#mayApproveAlone], without a [#secondPerson].
  Answerer answerer(Caller caller) {
    Answerer.OfOwn ofOwn = Answerer.OfOwn.NONE;
    if (caller.may(Role.ORG_ADMIN)) {
      boolean alone =
          organisations.namesOfOthers(caller, Role.ORG_ADMIN).isEmpty()
              && organisations.namesOfOthers(caller, Role.TRADER).isEmpty();
      ofOwn = alone ? Answerer.OfOwn.ALL : Answerer.OfOwn.OF_OTHERS;
    }
    return new Answerer(caller.organisationId(), caller.memberId(), ofOwn);
  }

  /// Whether the caller may approve a correction in which nobody else has a part.
  boolean mayApproveAlone(Caller caller, CorrectionRow row) {
    return caller.may(Role.TRADER)
        && requireSide(caller, row) instanceof Outcome.Done<CorrectionRow>;
  }
}
