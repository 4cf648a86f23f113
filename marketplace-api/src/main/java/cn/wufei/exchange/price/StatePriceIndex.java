package cn.wufei.exchange.price;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The operator states what an index is, and what it was in a month. Statements that are there keep
/// the values they were agreed with.
@Singleton
class StatePriceIndex {

  private final PriceIndexStore store;
  private final SeePriceIndices see;
  private final AuditLog audit;
  private final Clock clock;

  StatePriceIndex(PriceIndexStore store, SeePriceIndices see, AuditLog audit, Clock clock) {
    this.store = store;
    this.see = see;
    this.audit = audit;
    this.clock = clock;
  }

  /// @param version that the change was made against, 0 for an index that is new
  Outcome<PriceIndex> define(Caller caller, String code, long version, Definition definition) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    PriceIndex found = store.find(code);
    PriceIndex after =
        new PriceIndex(
            code,
            version + 1,
            definition.nameZh().strip(),
            definition.nameEn().strip(),
            definition.source().strip(),
            definition.verified(),
            now,
            null);
    PriceIndex before = found == null ? after.asNothing() : found;
    if (before.version() != version || !store.write(before, after, caller.memberId())) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    audit.record(
        caller,
        "price-index-stated",
        "organisation",
        caller.organisationId(),
        Map.of("index", code, "source", after.source(), "verified", after.verified()));
    return Outcome.done(see.one(after));
  }

  /// Checked in this order: the index is there, the month has begun.
  Outcome<IndexValue> state(Caller caller, String code, Value value) {
    if (store.find(code) == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    YearMonth month = YearMonth.parse(value.month());
    if (month.isAfter(LocalCalendar.monthOf(now))) {
      return Outcome.refused(PriceRefusal.INDEX_MONTH_NOT_BEGUN, "month");
    }
    String note = value.note() == null || value.note().isBlank() ? null : value.note().strip();
    var row =
        new PriceIndexStore.Row(
            Id.next(),
            new IndexMonth(code, month),
            value.yuanPerT().setScale(2, RoundingMode.UNNECESSARY),
            false,
            now,
            caller.memberId(),
            note);
    store.insert(row);
    audit.record(
        caller,
        "price-index-value-stated",
        "organisation",
        caller.organisationId(),
        Map.of("index", code, "month", value.month(), "yuanPerT", row.yuanPerT()));
    return Outcome.done(see.value(row));
  }

  /// @param source who publishes it, and where
  /// @param verified whether the source was looked at and says so
  @Serdeable
  @Schema(name = "StatePriceIndex")
  record Definition(
      @NotBlank @Size(max = 120) String nameZh,
      @NotBlank @Size(max = 120) String nameEn,
      @NotBlank @Size(max = 500) String source,
      @NotNull Boolean verified) {}

  /// @param month such as `2026-03`, in China Standard Time
  /// @param note why it differs from what was stated before
  @Serdeable
  @Schema(name = "StateIndexValue")
  record Value(
      @NotNull @Pattern(regexp = PriceIndex.MONTH) String month,
      @NotNull
          @DecimalMin(IndexTerms.PRICE_MIN)
          @DecimalMax(IndexTerms.PRICE_MAX)
          @Digits(integer = 6, fraction = 2)
          BigDecimal yuanPerT,
      @Nullable @Size(max = 500) String note) {}
}
