package cn.wufei.exchange.stockpile;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
@Connectable
class StockpileViews {

  private final StockpileRepository stockpiles;
  private final StockpileReportRepository reports;

  StockpileViews(StockpileRepository stockpiles, StockpileReportRepository reports) {
    this.stockpiles = stockpiles;
    this.reports = reports;
  }

  List<View> all() {
    return views(stockpiles.findAllOrderByClearBy());
  }

  View of(Stockpile stockpile) {
    return views(List.of(stockpile)).getFirst();
  }

  private List<View> views(List<Stockpile> rows) {
    Map<Id, StockpileReport> latest = new HashMap<>();
    if (!rows.isEmpty()) {
      reports
          .findByStockpileIdInOrderByReportedOnDescAndIdDesc(
              rows.stream().map(Stockpile::id).toList())
          .forEach(report -> latest.putIfAbsent(report.stockpileId(), report));
    }
    return rows.stream().map(row -> view(row, latest.get(row.id()))).toList();
  }

  private static View view(Stockpile row, @Nullable StockpileReport latest) {
    return new View(
        row.id(),
        row.name(),
        row.nameEn(),
        row.materialKey(),
        row.statedKg(),
        row.statedApproximately(),
        row.statedIn(),
        row.statedOn(),
        row.clearBy(),
        row.ownerName(),
        row.latitude(),
        row.longitude(),
        latest == null ? null : latest.remainingKg(),
        latest == null ? null : latest.reportedOn(),
        latest == null ? null : latest.method(),
        latest == null ? null : latest.source(),
        row.version());
  }

  /// A stockpile as its document states it; the `reported` fields are absent while nobody has
  /// reported since.
  @Serdeable
  @Schema(name = "Stockpile")
  record View(
      Id id,
      String name,
      @Nullable String nameEn,
      @Nullable String materialKey,
      long statedKg,
      boolean statedApproximately,
      String statedIn,
      LocalDate statedOn,
      LocalDate clearBy,
      @Nullable String owner,
      @Nullable BigDecimal latitude,
      @Nullable BigDecimal longitude,
      @Nullable Long reportedKg,
      @Nullable LocalDate reportedOn,
      @Nullable String reportMethod,
      @Nullable String reportSource,
      long version) {}

  @Serdeable
  @Schema(name = "StockpileList")
  record ViewList(List<View> items) {}
}
