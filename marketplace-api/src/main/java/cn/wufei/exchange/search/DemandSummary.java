package cn.wufei.exchange.search;

import cn.wufei.indexer.document.DemandDocument;
import cn.wufei.indexer.document.MonthPart;
import cn.wufei.indexer.document.ParameterRange;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A published demand in a list of results, with the fields that it has everywhere.
@Serdeable
public record DemandSummary(
    String id,
    long version,
    String status,
    OrganisationSummary organisation,
    SiteSummary site,
    List<String> materialKeys,
    String use,
    String title,
    @Nullable String description,
    long quantityKg,
    long openKg,
    BigDecimal maxDeliveredYuanPerT,
    String limitBasis,
    LocalDate neededFrom,
    LocalDate neededTo,
    List<ParameterRange> ranges,
    List<MonthPart> months,
    Instant publishedAt) {

  public DemandSummary {
    materialKeys = List.copyOf(materialKeys);
    ranges = List.copyOf(ranges);
    months = List.copyOf(months);
  }

  static DemandSummary of(DemandDocument demand) {
    return new DemandSummary(
        demand.id(),
        demand.version(),
        demand.status(),
        OrganisationSummary.of(demand.organisation()),
        SiteSummary.of(demand.site()),
        demand.materialKeys(),
        demand.use(),
        demand.title(),
        demand.description(),
        demand.quantityKg(),
        demand.openKg(),
        demand.maxDeliveredYuanPerT(),
        demand.limitBasis(),
        demand.neededFrom(),
        demand.neededTo(),
        demand.ranges(),
        demand.months(),
        demand.publishedAt());
  }
}
