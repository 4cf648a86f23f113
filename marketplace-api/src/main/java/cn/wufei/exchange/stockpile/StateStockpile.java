package cn.wufei.exchange.stockpile;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes a stockpile up from the document that states it.
@Singleton
class StateStockpile {

  static final long MASS_MAX_KG = 1_000_000_000_000L;

  private final StockpileRepository stockpiles;
  private final StockpileViews views;
  private final AuditLog audit;
  private final Clock clock;

  StateStockpile(
      StockpileRepository stockpiles, StockpileViews views, AuditLog audit, Clock clock) {
    this.stockpiles = stockpiles;
    this.views = views;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<StockpileViews.View> handle(Caller caller, Command command) {
    if (stockpiles.existsByName(command.name())) {
      return Outcome.refused(StockpileRefusal.STOCKPILE_NAME_TAKEN, "name");
    }
    Stockpile row =
        stockpiles.save(
            new Stockpile(
                Id.next(),
                command.name(),
                command.nameEn(),
                command.materialKey(),
                command.statedKg(),
                command.statedApproximately(),
                command.statedIn(),
                command.statedOn(),
                command.clearBy(),
                command.owner(),
                command.latitude(),
                command.longitude(),
                Instant.now(clock),
                1));
    audit.record(
        caller, "stockpile-stated", "stockpile", row.id(), Map.of("statedKg", row.statedKg()));
    return Outcome.done(views.of(row));
  }

  @Serdeable
  @Schema(name = "StateStockpile")
  record Command(
      @NotBlank @Size(max = 80) String name,
      @Nullable @Size(max = 120) String nameEn,
      @Nullable @Size(max = 40) String materialKey,
      @Min(1) @Max(MASS_MAX_KG) long statedKg,
      boolean statedApproximately,
      @NotBlank @Size(max = 200) String statedIn,
      @NotNull LocalDate statedOn,
      @NotNull LocalDate clearBy,
      @Nullable @Size(max = 120) String owner,
      @Nullable @DecimalMin("3") @DecimalMax("54") BigDecimal latitude,
      @Nullable @DecimalMin("73") @DecimalMax("136") BigDecimal longitude) {}
}
