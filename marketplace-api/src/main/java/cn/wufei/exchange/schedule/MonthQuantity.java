package cn.wufei.exchange.schedule;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.YearMonth;

/// What is to move in one calendar month.
///
/// @param month such as `2027-03`, in China Standard Time
/// @param quantityKg nothing at all in a month of standstill
@Serdeable
@Schema(name = "MonthQuantity")
public record MonthQuantity(
    @NotNull @Pattern(regexp = "20[0-9]{2}-(0[1-9]|1[0-2])") String month,
    @NotNull @Min(0) @Max(Schedule.QUANTITY_KG_MAX) Long quantityKg) {

  /// Of a month that is stored by its first day.
  public static MonthQuantity of(LocalDate firstDay, long quantityKg) {
    return new MonthQuantity(YearMonth.from(firstDay).toString(), quantityKg);
  }

  public YearMonth calendarMonth() {
    return YearMonth.parse(month);
  }
}
