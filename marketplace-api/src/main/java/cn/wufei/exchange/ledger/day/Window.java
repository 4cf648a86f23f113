package cn.wufei.exchange.ledger.day;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which movements are meant: those that happened from one day to another, both included, and, when
/// `recorded` is given, were known at a moment.
public record Window(
    @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Recorded recorded) {

  /// All that happened until the end of the day.
  public static Window until(LocalDate day) {
    return new Window(null, day, null);
  }

  public static Window between(LocalDate from, LocalDate to) {
    return new Window(from, to, null);
  }

  /// Until the end of the day, by what was recorded until then.
  public Window asOf(Recorded moment) {
    return new Window(from, to, moment);
  }

  /// A moment of recording.
  ///
  /// @param day in which it lies
  /// @param lastBeforeDay the last posting recorded before that day
  /// @param last the last posting recorded until the moment
  public record Recorded(LocalDate day, long lastBeforeDay, long last) {}
}
