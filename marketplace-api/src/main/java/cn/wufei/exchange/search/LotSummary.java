package cn.wufei.exchange.search;

import cn.wufei.indexer.document.DeliveryPart;
import cn.wufei.indexer.document.LotDocument;
import cn.wufei.indexer.document.MonthPart;
import cn.wufei.indexer.document.ParameterRange;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A published lot in a list of results, with the fields that it has everywhere.
///
/// @param visibility `public`, or `approved-buyers` where its seller has approved the caller
/// @param minimumKg the least quantity of one offer; nothing where any will do
/// @param destinations regions to which it goes, by their numbers; none when everywhere
@Serdeable
public record LotSummary(
    String id,
    long version,
    String status,
    OrganisationSummary organisation,
    SiteSummary site,
    String streamId,
    String materialKey,
    String classCode,
    @Nullable String code,
    String title,
    @Nullable String description,
    String saleMethod,
    String quantityKind,
    long quantityKg,
    long availableKg,
    long reservedKg,
    long fulfilledKg,
    BigDecimal priceYuanPerT,
    boolean taxIncluded,
    @Nullable DeliveryPart delivery,
    LocalDate availableFrom,
    LocalDate availableTo,
    List<ParameterRange> qualities,
    List<MonthPart> months,
    Instant publishedAt,
    String visibility,
    @Nullable Long minimumKg,
    List<String> destinations) {

  public LotSummary {
    qualities = List.copyOf(qualities);
    months = List.copyOf(months);
    destinations = List.copyOf(destinations);
  }

  static LotSummary of(LotDocument lot) {
    return new LotSummary(
        lot.id(),
        lot.version(),
        SearchFields.PUBLISHED,
        OrganisationSummary.of(lot.organisation()),
        SiteSummary.of(lot.site()),
        lot.streamId(),
        lot.materialKey(),
        lot.classCode(),
        lot.code(),
        lot.title(),
        lot.description(),
        lot.saleMethod(),
        lot.quantityKind(),
        lot.quantityKg(),
        lot.availableKg(),
        lot.reservedKg(),
        lot.fulfilledKg(),
        lot.priceYuanPerT(),
        lot.taxIncluded(),
        lot.delivery(),
        lot.availableFrom(),
        lot.availableTo(),
        lot.qualities(),
        lot.months(),
        lot.publishedAt(),
        lot.status().equals(LotDocument.PUBLISHED_TO_APPROVED) ? "approved-buyers" : "public",
        lot.minimumKg(),
        lot.destinations());
  }
}
