package cn.wufei.exchange.demand;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Joins stored demands with who asks, where, and what agreements cover of them.
@Singleton
class DemandViews {

  private final Organisations organisations;
  private final DemandCommitments commitments;

  DemandViews(Organisations organisations, DemandCommitments commitments) {
    this.organisations = organisations;
    this.commitments = commitments;
  }

  Demand of(DemandRow row) {
    return ofAll(List.of(row)).getFirst();
  }

  List<Demand> ofAll(List<DemandRow> rows) {
    return rows.isEmpty()
        ? List.of()
        : ofAll(rows, coveredOf(rows.stream().map(DemandRow::id).toList()));
  }

  /// The kilograms that agreements cover; demands without any may be absent.
  Map<Id, Long> coveredOf(Collection<Id> ids) {
    return commitments.ofDemands(ids);
  }

  List<Demand> ofAll(List<DemandRow> rows, Map<Id, Long> covered) {
    Map<Id, OrganisationRef> owners =
        organisations.findAll(
            rows.stream().map(DemandRow::organisationId).collect(Collectors.toSet()));
    Map<Id, SiteRef> sites =
        organisations.findSites(rows.stream().map(DemandRow::siteId).collect(Collectors.toSet()));
    return rows.stream()
        .map(row ->
            view(
                row,
                Objects.requireNonNull(owners.get(row.organisationId())),
                Objects.requireNonNull(sites.get(row.siteId())),
                covered.getOrDefault(row.id(), 0L)))
        .toList();
  }

  /// The demand after its row changed, and nothing else.
  static Demand of(DemandRow changed, Demand before) {
    return view(
        changed,
        before.organisation(),
        before.site(),
        Math.subtractExact(before.quantityKg(), before.openKg()));
  }

  private static Demand view(DemandRow row, OrganisationRef owner, SiteRef site, long coveredKg) {
    DemandTerms terms = row.terms();
    return new Demand(
        row.id(),
        row.version(),
        row.status(),
        owner,
        site,
        terms.materialKeys(),
        terms.use(),
        terms.title(),
        terms.description(),
        terms.quantityKg(),
        Math.max(0, terms.quantityKg() - coveredKg),
        terms.maxDeliveredYuanPerT(),
        terms.limitBasis(),
        terms.neededFrom(),
        terms.neededTo(),
        terms.ranges(),
        row.publishedAt(),
        terms.months());
  }
}
