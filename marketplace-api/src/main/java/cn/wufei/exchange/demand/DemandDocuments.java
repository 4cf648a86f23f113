package cn.wufei.exchange.demand;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.indexer.document.DemandDocument;
import cn.wufei.indexer.document.GeoPoint;
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

  private final Catalog catalog;

  DemandDocuments(Catalog catalog) {
    this.catalog = catalog;
  }

  DemandDocument of(Demand demand) {
    List<Material> materials =
        demand.materialKeys().stream()
            .map(catalog::materialEver)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
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
        demand.neededFrom(),
        demand.neededTo(),
        demand.ranges().stream()
            .map(range ->
                new ParameterRange(range.parameter(), range.min(), range.max(), range.basis()))
            .toList(),
        demand.months().stream()
            .map(month -> new MonthPart(month.month(), month.quantityKg()))
            .toList(),
        materials.stream().flatMap(DemandDocuments::names).distinct().toList(),
        demand.publishedAt());
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
        new GeoPoint(site.latitude().doubleValue(), site.longitude().doubleValue()));
  }
}
