package cn.wufei.exchange.ledger.day;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which movements are meant: those that happened from one day to another, both included.
public record Window(@Nullable LocalDate from, @Nullable LocalDate to) {

  /// All that happened until the end of the day.
  public static Window until(LocalDate day) {
    return new Window(null, day);
  }

  public static Window between(LocalDate from, LocalDate to) {
    return new Window(from, to);
  }
}
