package cn.wufei.exchange.settlement.statement;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// How a statement is worked out.
///
/// @param vatRateBp hundredths of a percent, as the side that is paid had stated it
@Serdeable
public record StatementTerms(
    boolean taxIncluded,
    @Nullable Integer vatRateBp,
    boolean usePrepayment,
    @Nullable FreightTerms freight,
    @Nullable String note) {

  public StatementTerms {
    note = note == null || note.isBlank() ? null : note.strip();
  }
}
