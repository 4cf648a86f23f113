package cn.wufei.exchange.listing;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.Material;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.indexer.document.DeliveryPart;
import cn.wufei.indexer.document.LotDocument;
import cn.wufei.indexer.document.MatchPart;
import cn.wufei.indexer.document.MonthPart;
import cn.wufei.indexer.document.OrganisationPart;
import cn.wufei.indexer.document.ParameterRange;
import cn.wufei.indexer.document.SitePart;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    List<MonthPart> months =
        lot.months().stream()
            .map(month -> new MonthPart(month.month(), month.quantityKg()))
            .toList();
    return new LotDocument(
        lot.id().toString(),
        lot.version(),
        statusOf(lot),
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
        delivery(lot.delivery()),
        lot.availableFrom(),
        lot.availableTo(),
        qualities,
        months,
        aliases(lot.materialKey()),
        lot.publishedAt(),
        lot.minimumKg(),
        lot.destinations(),
        MatchPart.ofLot(openFor(lot), qualities, lot.availableKg(), statedShare(lot), months)
            .atLeast(lot.leastKg()));
  }

  private static String statusOf(Lot lot) {
    return lot.status() == LotStatus.PUBLISHED && lot.isForApprovedOnly()
        ? LotDocument.PUBLISHED_TO_APPROVED
        : lot.status().code();
  }

  private static List<String> openFor(Lot lot) {
    if (lot.status() != LotStatus.PUBLISHED || !lot.organisation().status().equals(VERIFIED)) {
      return List.of();
    }
    String word =
        lot.isForApprovedOnly() ? MatchPart.toApproved(lot.materialKey()) : lot.materialKey();
    return lot.destinations().isEmpty()
        ? List.of(word)
        : lot.destinations().stream().map(region -> MatchPart.to(word, region)).toList();
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

  private static @Nullable DeliveryPart delivery(@Nullable Delivery delivery) {
    return delivery == null
        ? null
        : new DeliveryPart(delivery.radiusKm(), delivery.freightInvoice().code());
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
