package cn.wufei.exchange.deal;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.YearMonth;

/// That an agreement is a framework: its quantity is the total of the time of delivery, and for
/// each month the buyer calls off what it takes. Days are those of China Standard Time.
///
/// @param callOffDay the day of the month before, 1 to 28, up to which a month is called off
/// @param flexibilityPct by how many percent of what is planned for the month a call-off may be
///   more or less without the seller's consent; 0 to 100
/// @param answerDays within how many days the seller answers, the day of the call-off not counted;
///   1 to 14
@Serdeable
@Schema(name = "Framework")
public record Framework(
    @NotNull @Min(1) @Max(Framework.CALL_OFF_DAY_MAX) Integer callOffDay,
    @NotNull @Min(0) @Max(Framework.FLEXIBILITY_PCT_MAX) Integer flexibilityPct,
    @NotNull @Min(1) @Max(Framework.ANSWER_DAYS_MAX) Integer answerDays) {

  /// Every month has it.
  static final int CALL_OFF_DAY_MAX = 28;

  static final int FLEXIBILITY_PCT_MAX = 100;
  static final int ANSWER_DAYS_MAX = 14;

  /// The last day on which a month is called off in time.
  public LocalDate callOffBy(YearMonth month) {
    return month.minusMonths(1).atDay(callOffDay);
  }
}
