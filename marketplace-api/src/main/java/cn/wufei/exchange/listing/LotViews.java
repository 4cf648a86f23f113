package cn.wufei.exchange.listing;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Balances;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Joins stored lots with who offers them, where, and what the ledger says of their quantity.
@Singleton
class LotViews {

  private final Organisations organisations;
  private final Balances balances;
  private final LotCommitments commitments;

  LotViews(Organisations organisations, Balances balances, LotCommitments commitments) {
    this.organisations = organisations;
    this.balances = balances;
    this.commitments = commitments;
  }

  /// Those of a stream's lots on which an agreement goes on.
  Set<Id> agreedOn(Id stream) {
    return commitments.lotsAgreedOn(stream);
  }

  Lot of(LotRow row) {
    return ofAll(List.of(row)).getFirst();
  }

  Lot of(LotRow row, OrganisationRef owner) {
    List<LotRow> rows = List.of(row);
    return ofAll(rows, quantitiesOf(List.of(row.id())), Map.of(owner.id(), owner)).getFirst();
  }

  List<Lot> ofAll(List<LotRow> rows) {
    return rows.isEmpty()
        ? List.of()
        : ofAll(rows, quantitiesOf(rows.stream().map(LotRow::id).toList()));
  }

  /// What the ledger says of lots, by the id of each.
  Quantities quantitiesOf(Collection<Id> ids) {
    return new Quantities(balances.bySubject(AccountKind.AVAILABLE, ids), commitments.ofLots(ids));
  }

  /// Lots of which nothing is available or committed may be absent.
  record Quantities(Map<Id, Long> availableKg, Map<Id, LotCommitments.Committed> committed) {

    Quantities {
      availableKg = Map.copyOf(availableKg);
      committed = Map.copyOf(committed);
    }
  }

  List<Lot> ofAll(List<LotRow> rows, Quantities quantities) {
    return ofAll(rows, quantities, organisations.findAll(distinct(rows, LotRow::organisationId)));
  }

  private List<Lot> ofAll(
      List<LotRow> rows, Quantities quantities, Map<Id, OrganisationRef> owners) {
    Map<Id, SiteRef> sites = organisations.findSites(distinct(rows, LotRow::siteId));
    return rows.stream()
        .map(row ->
            view(
                row,
                Objects.requireNonNull(owners.get(row.organisationId())),
                Objects.requireNonNull(sites.get(row.siteId())),
                quantities.availableKg().getOrDefault(row.id(), 0L),
                quantities.committed().getOrDefault(row.id(), LotCommitments.Committed.NOTHING)))
        .toList();
  }

  /// The lot after its row changed, and nothing else.
  static Lot of(LotRow changed, Lot before) {
    return view(
        changed,
        before.organisation(),
        before.site(),
        before.availableKg(),
        new LotCommitments.Committed(before.reservedKg(), before.fulfilledKg()));
  }

  private static Lot view(
      LotRow row,
      OrganisationRef owner,
      SiteRef site,
      long availableKg,
      LotCommitments.Committed committed) {
    LotTerms terms = row.terms();
    return new Lot(
        row.id(),
        row.version(),
        row.status(),
        owner,
        site,
        row.streamId(),
        row.materialKey(),
        row.classCode(),
        row.code(),
        row.codeScheme(),
        terms.title(),
        terms.description(),
        row.saleMethod(),
        row.quantityKind(),
        row.quantityKg(),
        availableKg,
        committed.reservedKg(),
        committed.fulfilledKg(),
        terms.priceYuanPerT(),
        terms.taxIncluded(),
        terms.delivery(),
        terms.availableFrom(),
        terms.availableTo(),
        terms.qualities(),
        row.publishedAt(),
        terms.months(),
        terms.adjustments(),
        row.visibility(),
        terms.conditions().minimumKg(),
        terms.conditions().destinations(),
        terms.conditions().loadingModes(),
        terms.conditions().loadingHours());
  }

  private static Collection<Id> distinct(List<LotRow> rows, Function<LotRow, Id> of) {
    return rows.stream().map(of).collect(Collectors.toSet());
  }
}
