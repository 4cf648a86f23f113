package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One laboratory report over several loads of one agreement. While it is valid it replaces the
/// deduction that each load's receipt stated, if it measured moisture or impurity, and sets the
/// price of a tonne.
///
/// @param recordedBy the side whose assay governs; either, where a third party's does
/// @param priceYuanPerT what a tonne of its loads costs: the price of the agreement with the
///   premiums and penalties for what was measured; at the indicative price where the price follows
///   an index, which each line replaces by the one of its month
/// @param results other parameters, of which the price may depend
@Serdeable
record AssayBatch(
    Id id,
    long version,
    Status status,
    Id agreementId,
    String agreementNumber,
    Id sellerId,
    Id buyerId,
    Side recordedBy,
    String laboratory,
    String reportNumber,
    LocalDate sampledOn,
    AssayTerms terms,
    BigDecimal priceYuanPerT,
    List<Result> results,
    List<Id> loadIds,
    Instant recordedAt,
    @Nullable Instant withdrawnAt) {

  AssayBatch {
    results = List.copyOf(results);
    loadIds = List.copyOf(loadIds);
  }

  boolean isParty(Caller caller) {
    return caller.organisationId().equals(sellerId) || caller.organisationId().equals(buyerId);
  }

  AssayBatch withdrawn(Instant now) {
    return new AssayBatch(
        id,
        version + 1,
        Status.WITHDRAWN,
        agreementId,
        agreementNumber,
        sellerId,
        buyerId,
        recordedBy,
        laboratory,
        reportNumber,
        sampledOn,
        terms,
        priceYuanPerT,
        results,
        loadIds,
        recordedAt,
        now);
  }

  /// Whether it counts.
  @Serdeable
  enum Status {
    @JsonProperty("valid")
    VALID,
    @JsonProperty("withdrawn")
    WITHDRAWN;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param parameter key of the catalog's parameter
  @Serdeable
  record Result(
      @NotBlank @Size(max = 40) String parameter,
      @NotNull
          @DecimalMin("-1000000000")
          @DecimalMax("1000000000")
          @Digits(integer = 10, fraction = 4)
          BigDecimal measured) {}
}
