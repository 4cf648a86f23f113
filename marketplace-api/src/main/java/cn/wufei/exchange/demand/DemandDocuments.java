package cn.wufei.exchange.demand;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.indexer.document.DemandDocument;
import cn.wufei.indexer.document.MatchPart;
import cn.wufei.indexer.document.MonthPart;
import cn.wufei.indexer.document.OrganisationPart;
import cn.wufei.indexer.document.ParameterRange;
import cn.wufei.indexer.document.SitePart;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Turns a demand into what the search knows of it.
@Singleton
class DemandDocuments {

  private static final String VERIFIED = "verified";

  private final Catalog catalog;

  DemandDocuments(Catalog catalog) {
    this.catalog = catalog;
  }

  DemandDocument of(Demand demand) {
    List<ParameterRange> ranges =
        demand.ranges().stream()
            .map(range ->
                new ParameterRange(range.parameter(), range.min(), range.max(), range.basis()))
            .toList();
    List<Material> materials =
        demand.materialKeys().stream()
            .map(catalog::materialEver)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    List<MonthPart> months =
        demand.months().stream()
            .map(month -> new MonthPart(month.month(), month.quantityKg()))
            .toList();
    return new DemandDocument(
        demand.id().toString(),
        demand.version(),
        demand.status().code(),
        organisation(demand.organisation()),
        site(demand.site()),
        demand.materialKeys(),
        materials.stream().map(Material::classCode).distinct().toList(),
        demand.use(),
        demand.title(),
        demand.description(),
        demand.quantityKg(),
        demand.openKg(),
        demand.maxDeliveredYuanPerT(),
        demand.limitBasis().code(),
        demand.neededFrom(),
        demand.neededTo(),
        ranges,
        months,
        materials.stream().flatMap(DemandDocuments::names).distinct().toList(),
        demand.publishedAt(),
        MatchPart.ofDemand(openFor(demand), ranges, demand.openKg(), months));
  }

  private static List<String> openFor(Demand demand) {
    return demand.status() == DemandStatus.PUBLISHED
            && demand.organisation().status().equals(VERIFIED)
        ? demand.materialKeys()
        : List.of();
  }

  private static Stream<String> names(Material material) {
    return Stream.of(
            Stream.of(material.nameZh(), material.nameEn()),
            material.aliasesZh().stream(),
            material.aliasesEn().stream())
        .flatMap(names -> names);
  }

  private static OrganisationPart organisation(OrganisationRef organisation) {
    return new OrganisationPart(
        organisation.id().toString(),
        organisation.name(),
        organisation.nameEn(),
        organisation.status(),
        organisation.demo());
  }

  private static SitePart site(SiteRef site) {
    return new SitePart(
        site.id().toString(),
        site.name(),
        site.nameEn(),
        site.adcode(),
        Place.of(site).point(),
        Place.codes(site));
  }
}
