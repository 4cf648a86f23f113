package cn.wufei.exchange.settlement;

import static cn.wufei.exchange.db.Tables.SETTLEMENT_NUMBER;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Numbers for people. Whoever takes one holds the year's row until its transaction ends; the first
/// two of a year may race for the row, and the loser is run again.
@Singleton
@Connectable
public class NumberStore {

  private final DSLContext sql;

  NumberStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The next number, such as `S2026-000001`.
  public String next(String prefix, int year) {
    Condition row =
        SETTLEMENT_NUMBER.KIND.eq(prefix).and(SETTLEMENT_NUMBER.CALENDAR_YEAR.eq((short) year));
    int updated =
        sql.update(SETTLEMENT_NUMBER)
            .set(SETTLEMENT_NUMBER.LAST_NUMBER, SETTLEMENT_NUMBER.LAST_NUMBER.plus(1))
            .where(row)
            .execute();
    if (updated == 0) {
      sql.insertInto(SETTLEMENT_NUMBER)
          .set(SETTLEMENT_NUMBER.KIND, prefix)
          .set(SETTLEMENT_NUMBER.CALENDAR_YEAR, (short) year)
          .set(SETTLEMENT_NUMBER.LAST_NUMBER, 1L)
          .execute();
    }
    long number =
        sql.select(SETTLEMENT_NUMBER.LAST_NUMBER)
            .from(SETTLEMENT_NUMBER)
            .where(row)
            .fetchSingle()
            .value1();
    return String.format(Locale.ROOT, "%s%d-%06d", prefix, year, number);
  }
}
