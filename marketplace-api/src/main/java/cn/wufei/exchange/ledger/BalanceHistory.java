package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.day.Movements;
import cn.wufei.exchange.ledger.day.RecordedAxis;
import cn.wufei.exchange.ledger.day.Window;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;

/// What one account held: at a moment of recording, at the end of a day on which things happened,
/// and both together, that is by what was known at a moment. Later postings about earlier days
/// change the second and never the first or the third.
@Singleton
@Connectable
@WritesSql(because = "it is the public face of the ledger, named for what it gives")
public class BalanceHistory {

  private final DSLContext sql;
  private final Movements movements;
  private final RecordedAxis recorded;

  BalanceHistory(DSLContext sql, Movements movements, RecordedAxis recorded) {
    this.sql = sql;
    this.movements = movements;
    this.recorded = recorded;
  }

  /// By all that was recorded until the moment: what the account's last posting left.
  public long at(Id account, Instant moment) {
    return heldAfter(account, recorded.lastPostingAt(moment));
  }

  /// By all that happened until the end of the day and is recorded now.
  public long on(Id account, LocalDate day) {
    return net(account, Window.until(day));
  }

  /// By all that happened until the end of the day and was recorded until the moment.
  public long on(Id account, LocalDate day, Instant moment) {
    return net(account, Window.until(day).asOf(known(moment)));
  }

  /// What the account held before the first of the days, and what each day moved.
  public Course course(Id account, LocalDate from, LocalDate to) {
    return new Course(
        on(account, from.minusDays(1)),
        Map.copyOf(movements.byDay(account, Window.between(from, to))));
  }

  private Window.Recorded known(Instant moment) {
    LocalDate day = LocalCalendar.dayOf(moment);
    return new Window.Recorded(
        day,
        recorded.lastPostingBefore(LocalCalendar.startOf(day)),
        recorded.lastPostingAt(moment));
  }

  private long net(Id account, Window window) {
    Movements.Moved moved = movements.of(List.of(account), window).get(account);
    return moved == null ? 0 : moved.net();
  }

  private long heldAfter(Id account, long last) {
    if (last == 0) {
      return 0;
    }
    return Stream.of(
            latest(account, LEDGER_POSTING.DEBIT_ACCOUNT_ID, LEDGER_POSTING.DEBIT_AFTER, last),
            latest(account, LEDGER_POSTING.CREDIT_ACCOUNT_ID, LEDGER_POSTING.CREDIT_AFTER, last))
        .max(java.util.Comparator.comparingLong(Left::posting))
        .orElseThrow()
        .held();
  }

  private Left latest(Id account, Field<Id> side, Field<Long> after, long last) {
    Left found =
        sql.select(LEDGER_POSTING.ID, after)
            .from(LEDGER_POSTING)
            .where(side.eq(account))
            .and(LEDGER_POSTING.ID.le(Id.of(last)))
            .orderBy(LEDGER_POSTING.ID.desc())
            .limit(1)
            .fetchOne(row -> new Left(row.value1().value(), row.value2()));
    return found == null ? Left.NOTHING : found;
  }

  private record Left(long posting, long held) {

    static final Left NOTHING = new Left(0, 0);
  }

  /// What an account held from day to day.
  ///
  /// @param opening what it held at the end of the day before the first
  /// @param days what moved on the days on which anything did
  public record Course(long opening, Map<LocalDate, Movements.Moved> days) {}
}
