package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.day.EndOfDay;
import cn.wufei.exchange.ledger.day.Movements;
import cn.wufei.exchange.ledger.day.RecordedAxis;
import cn.wufei.exchange.ledger.day.RunningBalance;
import cn.wufei.exchange.ledger.day.Window;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// What one account held: at a moment of recording, at the end of a day on which things happened,
/// and both together, that is by what was known at a moment. Later postings about earlier days
/// change the second and never the first or the third.
@Singleton
@Connectable
public class BalanceHistory {

  private final Movements movements;
  private final RecordedAxis recorded;
  private final RunningBalance running;
  private final EndOfDay ends;

  BalanceHistory(
      Movements movements, RecordedAxis recorded, RunningBalance running, EndOfDay ends) {
    this.movements = movements;
    this.recorded = recorded;
    this.running = running;
    this.ends = ends;
  }

  /// By all that was recorded until the moment: what the account's last posting left.
  public long at(Id account, Instant moment) {
    return running.after(account, recorded.lastPostingAt(moment));
  }

  /// By all that happened until the end of the day and is recorded now.
  public long on(Id account, LocalDate day) {
    return ends.held(account, day);
  }

  /// By all that happened until the end of the day and was recorded until the moment.
  public long on(Id account, LocalDate day, Instant moment) {
    return ends.held(account, day, moment);
  }

  /// What the account held before the first of the days, and what each day moved.
  public Course course(Id account, LocalDate from, LocalDate to) {
    return new Course(
        on(account, from.minusDays(1)),
        Map.copyOf(movements.byDay(account, Window.between(from, to))));
  }

  /// What an account held from day to day.
  ///
  /// @param opening what it held at the end of the day before the first
  /// @param days what moved on the days on which anything did
  public record Course(long opening, Map<LocalDate, Movements.Moved> days) {}
}
