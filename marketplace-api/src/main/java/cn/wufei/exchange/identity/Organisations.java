package cn.wufei.exchange.identity;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What other features ask about organisations and sites. Answers are read from the current
/// transaction when there is one.
@Singleton
public class Organisations {

  private final OrganisationViews organisations;
  private final KnownSites sites;
  private final MemberViews members;
  private final AuditLog audit;

  Organisations(
      OrganisationViews organisations, KnownSites sites, MemberViews members, AuditLog audit) {
    this.organisations = organisations;
    this.sites = sites;
    this.members = members;
    this.audit = audit;
  }

  public @Nullable OrganisationRef find(Id id) {
    return findAll(List.of(id)).get(id);
  }

  /// Those that exist, by id.
  public Map<Id, OrganisationRef> findAll(Collection<Id> ids) {
    return ids.isEmpty() ? Map.of() : organisations.refs(ids);
  }

  /// Verified firms whose Chinese or English name has the part in it, in capitals or not, or whose
  /// credit code it is, the nearest first.
  public List<OrganisationRef> firmsNamed(String part, int limit) {
    return organisations.verifiedFirms(part, limit);
  }

  /// The unified social credit code as it is stored, or nothing when it cannot be one.
  public @Nullable String creditCode(String typed) {
    String code = Uscc.normalised(typed);
    return Uscc.isValid(code) ? code : null;
  }

  /// The credit code of an organisation, where it has one.
  public @Nullable String creditCodeOf(Id id) {
    OrganisationView organisation = organisations.find(id);
    return organisation == null ? null : organisation.uscc();
  }

  /// The last time that somebody verified the organisation, where it is on record.
  public @Nullable Verification verificationOf(Id id) {
    AuditLog.Done verified = audit.lastOf(VerifyOrganisation.VERIFIED, id);
    return verified == null
        ? null
        : new Verification(
            verified.at(),
            verified.organisationId() == null ? null : find(verified.organisationId()));
  }

  public @Nullable SiteRef findSite(Id id) {
    return findSites(List.of(id)).get(id);
  }

  /// Those that exist, by id.
  public Map<Id, SiteRef> findSites(Collection<Id> ids) {
    return ids.isEmpty() ? Map.of() : sites.of(ids);
  }

  /// All sites of an organisation.
  public List<SiteRef> sitesOf(Id organisationId) {
    return sites.ofOrganisation(organisationId);
  }

  /// Names of members, by id; those that are not there are left out.
  public Map<Id, String> memberNames(Collection<Id> ids) {
    return ids.isEmpty() ? Map.of() : members.names(ids);
  }

  /// Names of who did something in a matter between those parties, by id. Who is of none of them
  /// acted for one of them under a delegation, and its firm stands behind the name: 张三（某某集团）.
  public Map<Id, String> actorNames(Collection<Id> ids, Collection<Id> parties) {
    return ids.isEmpty() ? Map.of() : members.actorNames(ids, parties);
  }

  /// The same in the matter of one organisation.
  public Map<Id, String> actorNames(Collection<Id> ids, Id party) {
    return actorNames(ids, Set.of(party));
  }

  /// The names of other people who act for the caller's organisation in that role, the first few.
  public List<String> namesOfOthers(Caller caller, Role granted) {
    return members.namesOfOthers(caller, granted);
  }

  /// Has others who do the same for that organisation wait until the present transaction ends, so
  /// that what they count is what there is.
  public void queue(Id organisation) {
    organisations.lockRow(organisation);
  }

  /// Whether the member has not been shut out since.
  public boolean stillActs(Caller caller) {
    return members.isActive(caller.memberId());
  }

  /// A member as it is now, for what is done on its behalf while it is away; nothing for one who
  /// has been shut out or is not there.
  public @Nullable Caller callerOf(Id member) {
    return members.callerOf(member);
  }

  /// The same of any member, known by its id.
  public boolean isActive(Id member) {
    return members.isActive(member);
  }

  /// Whether an organisation is suspended, so that nothing is sent to it; one that is not there is.
  public boolean isShutOut(Id organisation) {
    OrganisationRef found = find(organisation);
    return found == null || found.status().equals(OrganisationStatus.SUSPENDED.code());
  }

  /// How many organisations nobody has decided about.
  public int countPending() {
    return organisations.countPending();
  }

  /// The same, the oldest first.
  public List<PendingOrganisation> pagePending(@Nullable Id after, int limit) {
    return organisations.pagePending(after, limit);
  }

  /// The caller's organisation, unless an authority has not verified it or has suspended it.
  public Outcome<OrganisationRef> requireTrading(Caller caller) {
    OrganisationRef organisation = find(caller.organisationId());
    if (organisation == null || !organisation.status().equals(OrganisationStatus.VERIFIED.code())) {
      return Outcome.refused(CommonRefusal.ORGANISATION_NOT_VERIFIED);
    }
    return Outcome.done(organisation);
  }
}
