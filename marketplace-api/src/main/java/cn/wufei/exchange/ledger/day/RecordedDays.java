package cn.wufei.exchange.ledger.day;

import static cn.wufei.exchange.db.Tables.LEDGER_DAY;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Says among which numbers the postings lie that are about some days: those of the days on which
/// an account's totals say that they were recorded.
@Singleton
@Connectable
@WritesSql(because = "it answers one question of the ledger and is named for it")
public class RecordedDays {

  /// Days without such a posting that are passed over together with those that have one.
  private static final int GAP_DAYS = 7;

  private static final int ACCOUNTS_AT_ONCE = 1_000;

  /// Wherever they lie.
  public static final List<Stretch> ALL = List.of(new Stretch(0, Long.MAX_VALUE));

  private final DSLContext sql;
  private final RecordedAxis recorded;

  RecordedDays(DSLContext sql, RecordedAxis recorded) {
    this.sql = sql;
    this.recorded = recorded;
  }

  /// The smallest numbers first; what the totals do not hold yet is the last of them.
  public List<Stretch> about(List<Id> accounts, @Nullable LocalDate from, LocalDate to) {
    // Before the days: what is brought forward meanwhile is told twice and not missed.
    Long brought = sql.select(DayStore.brought(sql)).fetchSingle().value1();
    List<Stretch> stretches = new ArrayList<>();
    LocalDate first = null;
    LocalDate last = null;
    for (LocalDate day : days(accounts, from, to)) {
      if (last == null || day.isAfter(last.plusDays(GAP_DAYS))) {
        if (first != null && last != null) {
          stretches.add(stretch(first, last));
        }
        first = day;
      }
      last = day;
    }
    if (first != null && last != null) {
      stretches.add(stretch(first, last));
    }
    stretches.add(new Stretch(brought == null ? 0 : brought, Long.MAX_VALUE));
    return stretches;
  }

  private SortedSet<LocalDate> days(List<Id> accounts, @Nullable LocalDate from, LocalDate to) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (int start = 0; start < accounts.size(); start += ACCOUNTS_AT_ONCE) {
      List<Id> some = accounts.subList(start, Math.min(accounts.size(), start + ACCOUNTS_AT_ONCE));
      sql.selectDistinct(LEDGER_DAY.RECORDED_ON)
          .from(LEDGER_DAY)
          .where(LEDGER_DAY.ACCOUNT_ID.in(some))
          .and(
              from == null
                  ? LEDGER_DAY.OCCURRED_ON.le(to)
                  : LEDGER_DAY.OCCURRED_ON.between(from, to))
          .forEach(row -> days.add(row.value1()));
    }
    return days;
  }

  private Stretch stretch(LocalDate first, LocalDate last) {
    return new Stretch(
        recorded.lastPostingBefore(LocalCalendar.startOf(first)),
        recorded.lastPostingBefore(LocalCalendar.startOf(last.plusDays(1))));
  }

  /// The numbers of postings recorded one after another.
  ///
  /// @param after all are larger
  /// @param last none is larger
  public record Stretch(long after, long last) {}
}
