package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.price.QualityAdjustment;
import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.exchange.schedule.Schedule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one side would like to change of an agreement. What is left out stays as it is.
///
/// @param basedOn hash of the version that is in force, as the proposer sees it
/// @param note why
/// @param paymentTerms an empty text takes them out; so it does the filing reference
/// @param quantityKg of the whole agreement, what was loaded already included
/// @param months what of the quantity falls to which month. Left out, those that there are follow a
///   changed quantity in proportion
/// @param priceYuanPerT of a tonne of the agreed quality; negative when the seller pays
/// @param adjustments in place of those that there are; none where the price shall not move
/// @param priceFrom first day of the changed price, by the weighing that governs; left out, the day
///   of the last signature
@Serdeable
@Schema(name = "AmendmentDraft")
record AmendmentDraft(
    @NotNull @Pattern(regexp = DocumentLimits.SHA256) String basedOn,
    @NotBlank @Size(max = DocumentLimits.NOTE_MAX) String note,
    @Nullable LocalDate deliverTo,
    @Nullable @DecimalMin("0") @DecimalMax("10") @Digits(integer = 2, fraction = 2)
        BigDecimal tolerancePct,
    @Nullable
        @Size(min = DocumentLimits.POLLUTION_TERMS_MIN, max = DocumentLimits.POLLUTION_TERMS_MAX)
        String pollutionTerms,
    @Nullable @Size(max = DocumentLimits.PAYMENT_TERMS_MAX) String paymentTerms,
    @Nullable @Size(max = DocumentLimits.FILING_REFERENCE_MAX) String filingReference,
    @Nullable @Min(DocumentLimits.QUANTITY_KG_MIN) @Max(DocumentLimits.QUANTITY_KG_MAX)
        Long quantityKg,
    @Nullable @Size(min = 1, max = Schedule.MONTHS_MAX) List<@NotNull @Valid MonthQuantity> months,
    @Nullable
        @DecimalMin(DocumentLimits.PRICE_MIN)
        @DecimalMax(DocumentLimits.PRICE_MAX)
        @Digits(integer = 8, fraction = 2)
        BigDecimal priceYuanPerT,
    @Nullable @Size(max = QualityAdjustment.ADJUSTMENTS_MAX)
        List<@NotNull @Valid QualityAdjustment> adjustments,
    @Nullable LocalDate priceFrom) {

  /// Blanks at the ends of a text are none of it: they neither make it long enough nor change it.
  AmendmentDraft {
    pollutionTerms = pollutionTerms == null ? null : pollutionTerms.strip();
  }

  /// The content of the next version.
  ///
  /// @param before of the version in force
  /// @param named gives an adjustment the names of its parameter
  AgreementContent amend(
      AgreementContent before,
      int number,
      String previousSha256,
      Instant now,
      Function<QualityAdjustment, AgreementContent.Adjustment> named) {
    LocalDate to = deliverTo == null ? before.deliverTo() : deliverTo;
    AgreedMonths scheduled = months(before, to);
    AgreementContent.Price price = price(before);
    return new AgreementContent(
        format(before, price),
        before.agreementId(),
        before.agreementNumber(),
        number,
        previousSha256,
        before.agreedAt(),
        now,
        before.offerId(),
        before.seller(),
        before.buyer(),
        before.receiverVerification(),
        before.material(),
        before.lotId(),
        before.lotTitle(),
        before.streamId(),
        quantity(before),
        tolerancePct == null ? before.tolerancePct() : tolerancePct,
        scheduled.months(),
        scheduled.basis(),
        price,
        moves(before)
            ? Objects.requireNonNull(adjustments).stream()
                .map(QualityAdjustment::plain)
                .map(named)
                .toList()
            : before.adjustments(),
        before.governingScale(),
        before.governingAssay(),
        before.deliverFrom(),
        to,
        before.framework(),
        pollutionTerms == null ? before.pollutionTerms() : pollutionTerms,
        before.conditions(),
        text(paymentTerms, before.paymentTerms()),
        before.transfer().filed(text(filingReference, before.transfer().filingReference())));
  }

  private long quantity(AgreementContent before) {
    return quantityKg == null ? before.quantityKg() : quantityKg;
  }

  private AgreedMonths months(AgreementContent before, LocalDate to) {
    if (months != null && !months.equals(before.months())) {
      return new AgreedMonths(months, AgreementContent.MonthsBasis.AMENDED);
    }
    return months != null || quantity(before) == before.quantityKg()
        ? new AgreedMonths(before.months(), before.monthsBasis())
        : AgreedMonths.of(
            before.months(), before.quantityKg(), quantity(before), before.deliverFrom(), to);
  }

  /// The day belongs to a price that changes.
  private AgreementContent.Price price(AgreementContent before) {
    AgreementContent.Price price = before.price();
    BigDecimal wanted =
        priceYuanPerT == null
            ? price.yuanPerT()
            : priceYuanPerT.setScale(2, RoundingMode.UNNECESSARY);
    boolean isChanged = wanted.compareTo(price.yuanPerT()) != 0 || moves(before);
    return isChanged || priceFrom != null
        ? price.amended(isChanged ? wanted : price.yuanPerT(), priceFrom)
        : price;
  }

  private boolean moves(AgreementContent before) {
    return adjustments != null
        && !adjustments.stream().map(QualityAdjustment::plain).toList().equals(before.movements());
  }

  private String format(AgreementContent before, AgreementContent.Price price) {
    return months != null || price.from() != null
        ? AgreementContent.FORMAT_WITH_MORE
        : before.format();
  }

  private static @Nullable String text(@Nullable String typed, @Nullable String before) {
    if (typed == null) {
      return before;
    }
    return typed.isBlank() ? null : typed.strip();
  }
}
