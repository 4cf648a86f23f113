package cn.wufei.exchange.deal.document;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one side would like to change of an agreement. What is left out stays as it is.
///
/// @param basedOn hash of the version that is in force, as the proposer sees it
/// @param note why
/// @param paymentTerms an empty text takes them out; so it does the filing reference
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
    @Nullable @Size(max = DocumentLimits.FILING_REFERENCE_MAX) String filingReference) {

  /// Blanks at the ends of a text are none of it: they neither make it long enough nor change it.
  AmendmentDraft {
    pollutionTerms = pollutionTerms == null ? null : pollutionTerms.strip();
  }

  /// The content of the next version.
  ///
  /// @param before of the version in force
  AgreementContent amend(AgreementContent before, int number, String previousSha256, Instant now) {
    return new AgreementContent(
        before.format(),
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
        before.quantityKg(),
        tolerancePct == null ? before.tolerancePct() : tolerancePct,
        before.months(),
        before.monthsBasis(),
        before.price(),
        before.adjustments(),
        before.governingScale(),
        before.governingAssay(),
        before.deliverFrom(),
        deliverTo == null ? before.deliverTo() : deliverTo,
        before.framework(),
        pollutionTerms == null ? before.pollutionTerms() : pollutionTerms,
        before.conditions(),
        text(paymentTerms, before.paymentTerms()),
        before.transfer().filed(text(filingReference, before.transfer().filingReference())));
  }

  private static @Nullable String text(@Nullable String typed, @Nullable String before) {
    if (typed == null) {
      return before;
    }
    return typed.isBlank() ? null : typed.strip();
  }
}
