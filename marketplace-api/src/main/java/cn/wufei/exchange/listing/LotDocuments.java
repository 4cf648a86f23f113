package cn.wufei.exchange.listing;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import cn.wufei.indexer.document.MonthPart;
import cn.wufei.indexer.document.OrganisationPart;
import cn.wufei.indexer.document.ParameterRange;
import cn.wufei.indexer.document.SitePart;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/// Turns a lot into what the search knows of it.
@Singleton
class LotDocuments {

  private final Catalog catalog;

  LotDocuments(Catalog catalog) {
    this.catalog = catalog;
  }

  LotDocument of(Lot lot) {
    return new LotDocument(
        lot.id().toString(),
        lot.version(),
        lot.status().code(),
        organisation(lot.organisation()),
        site(lot.site()),
        lot.streamId().toString(),
        lot.materialKey(),
        lot.classCode(),
        lot.code(),
        lot.title(),
        lot.description(),
        lot.saleMethod().code(),
        lot.quantityKind().code(),
        lot.quantityKg(),
        lot.availableKg(),
        lot.reservedKg(),
        lot.fulfilledKg(),
        lot.priceYuanPerT(),
        lot.taxIncluded(),
        lot.availableFrom(),
        lot.availableTo(),
        lot.qualities().stream()
            .map(range ->
                new ParameterRange(range.parameter(), range.min(), range.max(), range.basis()))
            .toList(),
        lot.months().stream()
            .map(month -> new MonthPart(month.month(), month.quantityKg()))
            .toList(),
        aliases(lot.materialKey()),
        lot.publishedAt());
  }

  private List<String> aliases(String materialKey) {
    Material material = catalog.materialEver(materialKey);
    if (material == null) {
      return List.of();
    }
    return Stream.of(
            Stream.of(material.nameZh(), material.nameEn()),
            material.aliasesZh().stream(),
            material.aliasesEn().stream())
        .flatMap(names -> names)
        .distinct()
        .toList();
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
