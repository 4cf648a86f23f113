package cn.wufei.exchange.listing;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import cn.wufei.indexer.document.MatchPart;
import cn.wufei.indexer.document.OrganisationPart;
import cn.wufei.indexer.document.ParameterRange;
import cn.wufei.indexer.document.SitePart;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/// Turns a lot into what the search knows of it.
@Singleton
class LotDocuments {

  private static final String VERIFIED = "verified";

  private final Catalog catalog;

  LotDocuments(Catalog catalog) {
    this.catalog = catalog;
  }

  LotDocument of(Lot lot) {
    List<ParameterRange> qualities =
        lot.qualities().stream()
            .map(range ->
                new ParameterRange(range.parameter(), range.min(), range.max(), range.basis()))
            .toList();
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
        qualities,
        aliases(lot.materialKey()),
        lot.publishedAt(),
        MatchPart.ofLot(openFor(lot), qualities, lot.availableKg(), statedShare(lot)));
  }

  private static List<String> openFor(Lot lot) {
    return lot.status() == LotStatus.PUBLISHED && lot.organisation().status().equals(VERIFIED)
        ? List.of(lot.materialKey())
        : List.of();
  }

  private double statedShare(Lot lot) {
    Material material = catalog.material(lot.materialKey());
    List<String> usual =
        material == null ? List.of() : material.parameters().stream().distinct().toList();
    long stated =
        usual.stream()
            .filter(
                key -> lot.qualities().stream().anyMatch(range -> range.parameter().equals(key)))
            .count();
    return usual.isEmpty() ? 1 : (double) stated / usual.size();
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
