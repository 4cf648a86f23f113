package cn.wufei.exchange.approval;

import cn.wufei.exchange.price.PriceFormula;
import cn.wufei.exchange.price.QualityAdjustment;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Terms of which one wants to know whether they need approval.
///
/// @param adjustments left out when the price does not depend on quality
/// @param formula left out where the price is a figure for a wet tonne
@Serdeable
@Schema(name = "ApprovalQuestion")
record ApprovalQuestion(
    @NotNull @Min(1) @Max(QUANTITY_KG_MAX) Long quantityKg,
    @NotNull @Digits(integer = 8, fraction = 2) BigDecimal priceYuanPerT,
    @Nullable @Size(max = QualityAdjustment.ADJUSTMENTS_MAX)
        List<@NotNull @Valid QualityAdjustment> adjustments,
    @Nullable @Valid PriceFormula formula) {

  /// Ten million tonnes, as for lots and offers.
  static final long QUANTITY_KG_MAX = 10_000_000_000L;

  List<QualityAdjustment> toCheck() {
    return Objects.requireNonNullElse(adjustments, List.of());
  }

  /// @param needed whether the caller has to ask for approval
  /// @param sumFen fen that the terms bind to at most; absent where nothing bounds it
  /// @param aboveFen the sum in fen above which the caller needs approval; absent where none is
  ///   needed
  /// @param approvers the first few others who could approve
  @Serdeable
  @Schema(name = "ApprovalAnswer")
  record Answer(
      boolean needed, @Nullable Long sumFen, @Nullable Long aboveFen, List<String> approvers) {

    Answer {
      approvers = List.copyOf(approvers);
    }
  }
}
