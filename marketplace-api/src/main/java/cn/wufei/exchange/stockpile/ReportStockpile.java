package cn.wufei.exchange.stockpile;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/// Records what is left of a stockpile, with how it was found and who says so.
@Singleton
class ReportStockpile {

  private final StockpileRepository stockpiles;
  private final StockpileReportRepository reports;
  private final StockpileViews views;
  private final AuditLog audit;
  private final Clock clock;

  ReportStockpile(
      StockpileRepository stockpiles,
      StockpileReportRepository reports,
      StockpileViews views,
      AuditLog audit,
      Clock clock) {
    this.stockpiles = stockpiles;
    this.reports = reports;
    this.views = views;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<StockpileViews.View> handle(Caller caller, Id id, Command command) {
    Stockpile stockpile = stockpiles.findById(id).orElse(null);
    if (stockpile == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (command.reportedOn().isAfter(LocalCalendar.dayOf(Instant.now(clock)))) {
      return Outcome.refused(StockpileRefusal.REPORTED_IN_FUTURE, "reportedOn");
    }
    if (command.reportedOn().isBefore(stockpile.statedOn())) {
      return Outcome.refused(StockpileRefusal.REPORTED_BEFORE_STATED, "reportedOn");
    }
    reports.save(
        new StockpileReport(
            Id.next(),
            id,
            command.remainingKg(),
            command.reportedOn(),
            command.method().name().toLowerCase(Locale.ROOT),
            command.source(),
            Instant.now(clock)));
    audit.record(
        caller,
        "stockpile-reported",
        "stockpile",
        id,
        Map.of(
            "remainingKg", command.remainingKg(), "reportedOn", command.reportedOn().toString()));
    return Outcome.done(views.of(stockpile));
  }

  /// How the remaining tonnes were found.
  @Serdeable
  enum Method {
    @JsonProperty("survey")
    SURVEY,
    @JsonProperty("statement")
    STATEMENT,
    @JsonProperty("estimate")
    ESTIMATE
  }

  @Serdeable
  @Schema(name = "ReportStockpile")
  record Command(
      @Min(0) @Max(StateStockpile.MASS_MAX_KG) long remainingKg,
      @NotNull LocalDate reportedOn,
      @NotNull Method method,
      @NotBlank @Size(max = 200) String source) {}
}
