package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.settlement.Bounds;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invoice to be recorded, by whichever side has it at hand. Amounts of a red-letter invoice
/// (红字) are negative.
///
/// @param code of the older kinds; fully digital invoices have a number of 20 digits and no code
/// @param reversesId the invoice that a red-letter one takes back
@Serdeable
record InvoiceDraft(
    @NotNull Direction direction,
    @NotNull Id counterpartyId,
    @NotNull InvoiceKind kind,
    @Nullable @Pattern(regexp = "[0-9]{10,12}") String code,
    @NotNull @Pattern(regexp = "[0-9]{8}|[0-9]{20}") String number,
    @NotNull LocalDate issuedOn,
    @NotNull @Min(-Bounds.AMOUNT_MAX_FEN) @Max(Bounds.AMOUNT_MAX_FEN) Long netFen,
    @Nullable @Min(0) @Max(10_000) Integer vatRateBp,
    @NotNull @Min(-Bounds.AMOUNT_MAX_FEN) @Max(Bounds.AMOUNT_MAX_FEN) Long vatFen,
    @NotNull @Min(-Bounds.AMOUNT_MAX_FEN) @Max(Bounds.AMOUNT_MAX_FEN) Long grossFen,
    @Nullable Id reversesId,
    @NotEmpty @Size(max = STATEMENTS_MAX) List<@NotNull @Valid Part> statements) {

  static final int STATEMENTS_MAX = 50;

  InvoiceDraft {
    statements = statements == null ? List.of() : List.copyOf(statements);
  }

  String uniqueNumber() {
    return code == null ? number : code + ":" + number;
  }

  /// Seen from the caller's organisation.
  @Serdeable
  enum Direction {
    @JsonProperty("issued")
    ISSUED,
    @JsonProperty("received")
    RECEIVED
  }

  /// What of the invoice is for a statement.
  @Serdeable
  record Part(
      @NotNull Id statementId,
      @NotNull @Min(-Bounds.AMOUNT_MAX_FEN) @Max(Bounds.AMOUNT_MAX_FEN) Long grossFen) {}
}
