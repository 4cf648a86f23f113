package cn.wufei.exchange.deal;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The organisations and sites of some deals, read at once.
public record PartyNames(Map<Id, OrganisationRef> organisations, Map<Id, SiteRef> sites) {

  public PartyNames {
    organisations = Map.copyOf(organisations);
    sites = Map.copyOf(sites);
  }

  public static PartyNames of(Organisations organisations, List<Parties> deals) {
    return new PartyNames(
        organisations.findAll(
            deals.stream()
                .flatMap(deal -> Stream.of(deal.sellerId(), deal.buyerId()))
                .collect(Collectors.toSet())),
        organisations.findSites(
            deals.stream()
                .flatMap(deal -> Stream.of(deal.sellerSiteId(), deal.buyerSiteId()))
                .collect(Collectors.toSet())));
  }

  public OrganisationRef organisation(Id id) {
    return Objects.requireNonNull(organisations.get(id));
  }

  public SiteRef site(Id id) {
    return Objects.requireNonNull(sites.get(id));
  }
}
